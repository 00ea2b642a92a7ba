import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentFor } from './api';
import type { TestDatabase } from './database';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Starts a process that a test will kill; `more` is added to its environment. */
export type Mortal = (db: TestDatabase, more?: Readonly<Record<string, string>>) => ChildProcess;

/**
 * Bundles a program (a path from the root) as the worker itself is, in a process of its own: the bundler does not live inside the test
 * runner. Gives back what starts it on a test database.
 */
export async function mortalProgram(entry: string): Promise<Mortal> {
  const file = `${ROOT}dist/specs/${basename(entry, '.ts')}.js`;
  const bundling = `import { rolldown } from 'rolldown';
    const built = await rolldown({
      input: './${entry}', platform: 'node', tsconfig: 'tsconfig.server.json', logLevel: 'silent',
      external: (id) => !id.startsWith('@oxc-project/runtime') && !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('@relais/'),
    });
    await built.write({ file: '${file}', format: 'esm', codeSplitting: false });
    await built.close();`;
  const bundler = spawn(process.execPath, ['--input-type=module', '--eval', bundling], { cwd: ROOT, stdio: 'inherit' });
  const [code] = (await once(bundler, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${entry} could not be bundled`);
  return (db, more = {}) =>
    spawn(process.execPath, [file], { env: { ...process.env, ...environmentFor(db), ...more }, stdio: ['ignore', 'ignore', 'inherit'] });
}

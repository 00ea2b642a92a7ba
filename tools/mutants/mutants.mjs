// `npm run mutants [-- note policy]`: takes away one wall at a time, and asks whether a test notices. Words narrow the list;
// `--near` asks only the tests of the walls themselves, which take seconds.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..', '..');
mkdirSync(join(root, 'dist/tools'), { recursive: true });
const bundle = await rolldown({
  cwd: root,
  input: './tools/mutants/mutants.ts',
  platform: 'node',
  external: (id) => !id.startsWith('@oxc-project/runtime') && !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('@relais/'),
  tsconfig: 'tsconfig.server.json',
  logLevel: 'warn',
});
await bundle.write({ file: join(root, 'dist/tools/mutants.js'), format: 'esm', sourcemap: true, codeSplitting: false });
await bundle.close();
await import(join(root, 'dist/tools/mutants.js'));

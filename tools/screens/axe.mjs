// `npm run axe`: every screen in every state, dialogs open, in every theme × language × width. `npm test` looks at fewer.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const steps = [
  ['node', 'tools/build/build.mjs'],
  ['playwright', 'test', '-c', 'apps/e2e/playwright.config.ts', 'accessibility'],
];
for (const [command, ...args] of steps) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, AXE_LOOKS: 'every' } });
  if (status !== 0) process.exit(status ?? 1);
}

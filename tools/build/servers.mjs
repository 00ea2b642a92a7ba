// Bundles the API, the worker and the tools, one file each. Rolldown emits the decorator metadata that Nest needs;
// what comes from npm stays outside.
import { rolldown } from 'rolldown';

const inputs = {
  'apps/api/main': 'apps/api/src/main.ts',
  'apps/worker/main': 'apps/worker/src/main.ts',
  'tools/start': 'tools/start/start.ts',
  'tools/prepare': 'tools/database/prepare-command.ts',
  'tools/region-open': 'tools/region/region-open.ts',
  'tools/region-close': 'tools/region/region-close.ts',
  'tools/region-reopen': 'tools/region/region-reopen.ts',
  'tools/api-document': 'tools/client/api-document.ts',
};
const root = new URL('../..', import.meta.url).pathname;
const wanted = process.argv.slice(2);

for (const [name, input] of Object.entries(inputs)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const bundle = await rolldown({
    cwd: root,
    input: `./${input}`,
    platform: 'node',
    external: (id) => !id.startsWith('@oxc-project/runtime') && !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('@relais/'),
    tsconfig: 'tsconfig.server.json',

    logLevel: 'warn',
  });
  await bundle.write({ file: `${root}dist/${name}.js`, format: 'esm', sourcemap: true, codeSplitting: false });
  await bundle.close();
}

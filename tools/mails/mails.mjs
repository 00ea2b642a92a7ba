// `npm run mails`: every mail in every language, as one would get it, in dist/mails. Nothing is sent and nothing is connected.
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..', '..');
const bundle = await rolldown({
  cwd: root,
  input: './tools/mails/preview-mails.ts',
  platform: 'node',
  external: (id) => !id.startsWith('@oxc-project/runtime') && !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('@relais/'),
  tsconfig: 'tsconfig.server.json',
  logLevel: 'silent',
});
await bundle.write({ file: join(root, 'dist/tools/mails.js'), format: 'esm', codeSplitting: false });
await bundle.close();
await import(join(root, 'dist/tools/mails.js'));

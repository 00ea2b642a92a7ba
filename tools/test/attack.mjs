// `npm run attack [-- "POST /api/referrals"]`: every mutation of every operation, or of those whose title holds the given text.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const [only] = process.argv.slice(2);
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--selectProjects', 'http'];
const spec = ['--testPathPatterns', 'apps/api/src/routes.http.spec', '--testTimeout', '600000'];
const named = only ? ['--testNamePattern', only.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')] : [];
const child = spawn('node', [...jest, ...spec, ...named], { cwd: root, stdio: 'inherit', env: { ...process.env, ATTACK: 'all' } });
child.on('exit', (code) => process.exit(code ?? 1));

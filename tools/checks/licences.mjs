// Which licences the installed packages have. One that is not on the list fails; `--list` prints them all.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that go with AGPL-3.0-or-later and ask nothing of those who run Relais but to keep the notice. */
const ALLOWED = new Set(
  '0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC-BY-3.0 CC-BY-4.0 CC0-1.0 ISC MIT MIT-0 MPL-2.0 OFL-1.1 Python-2.0 Unlicense'.split(
    ' ',
  ),
);

/** Packages whose own file says what their package.json does not; each was read. */
const READ = { pause: 'MIT', 'passport-strategy': 'MIT', 'png-js': 'MIT' };

const root = join(import.meta.dirname, '..', '..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const byLicence = new Map();
const refused = [];
for (const [path, { version, license, link }] of Object.entries(packages)) {
  if (!path.includes('node_modules/') || link) continue;
  const name = path.slice(path.lastIndexOf('node_modules/') + 13);
  const said = READ[name] ?? license ?? 'none said';
  byLicence.set(said, [...(byLicence.get(said) ?? []), `${name}@${version}`]);
  if (!allows(said)) refused.push(`${name}@${version}: ${said}`);
}
const sorted = [...byLicence].sort(([, one], [, other]) => other.length - one.length);
if (process.argv.includes('--list')) for (const [licence, names] of sorted) console.log(`${licence}: ${names.join(', ')}`);
else console.log(sorted.map(([licence, names]) => `${names.length} ${licence}`).join(' · '));
for (const line of refused) console.error(`This licence is not on the list of tools/checks/licences.mjs: ${line}`);
process.exit(refused.length === 0 ? 0 : 1);

/** Whether an SPDX expression leaves a choice that is allowed: one of its `OR`s, all of its `AND`s. */
function allows(expression) {
  const parts = expression.replace(/[()]/g, ' ').split(/\s+OR\s+/);
  return parts.some((part) => part.split(/\s+AND\s+/).every((licence) => ALLOWED.has(licence.trim())));
}

// `npm run screens`: every screen × width × theme of the built product, for each role that sees it, as pictures in dist/screens.
// Needs a started product (npm start). `npm run screens -- counsellor` takes the screens of some roles only.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as browserOf } from '@playwright/test';
import packaged from '@sparticuz/chromium';
import { Secret, TOTP } from 'otpauth';

const root = join(import.meta.dirname, '..', '..');
const base = process.env.SCREENS_URL ?? 'http://localhost:3000';
const folder = join(root, 'dist', 'screens');
const REGION = '53';
const WIDTHS = [
  [1280, 860],
  [390, 844],
];
mkdirSync(folder, { recursive: true });

const accounts = await fetch(`${base}/api/demo/accounts`).then(
  async (answer) => (await answer.json()).items.filter(({ region }) => region === REGION),
  () => {
    console.error(`Nothing answers at ${base}: run "npm start" in another window first, or say where with SCREENS_URL.`);
    process.exit(1);
  },
);

/** Screens by role: a name, and an address or how to find it. */
const SCREENS = {
  nobody: [
    ['sign-in', '/connexion'],
    ['mailbox', '/courriels'],
  ],
  counsellor: [
    ['post', '/poste'],
    ['security', '/securite'],
    ['day', '/journee'],
    ['people', '/personnes'],
    ['links', '/personnes/liens'],
    ['new-person', '/personnes/nouvelle'],
    ['file', async ({ person }) => `/personnes/${await person()}`],
    ['file-journal', async ({ person }) => `/personnes/${await person()}/journal`],
    ['compare', async ({ person }) => `/personnes/${await person()}/comparer`],
    ['plan', async ({ person }) => `/personnes/${await person()}/plan`],
    ['interview', async ({ person }) => `/entretiens/nouveau?personne=${await person()}`],
    ['composer', async ({ person }) => `/orienter/${await person()}`],
    ['inbox', '/boite?vue=in_progress'],
    ['inbox-panel', async ({ first }) => `/boite?vue=in_progress&orientation=${await first('/api/referrals?box=in_progress')}`],
    ['referral', async ({ first }) => `/orientations/${await first('/api/referrals?box=in_progress')}`],
    ['agenda', '/agenda'],
    ['agenda-day', '/agenda?vue=day'],
    ['agenda-list', '/agenda?vue=list'],
    ['continuity', '/continuite'],
    ['clocks', '/echeances'],
    ['notices', '/avis'],
    ['preferences', '/avis/preferences'],
    ['not-found', '/nulle-part'],
  ],
  unit_lead: [
    ['mails-to-settle', '/avis/envois'],
    ['emergencies', '/journal'],
  ],
  operator_administrator: [['first-page', '/journee']],
  regional_coordinator: [['coordination', '/coordination']],
  regional_manager: [['figures', '/pilotage']],
  data_protection_officer: [
    ['emergencies', '/journal'],
    ['curiosity', '/journal?vue=alertes'],
    ['journal', '/journal?vue=lectures'],
  ],
};

const browser = await browserOf.launch({ executablePath: await packaged.executablePath(), args: ['--no-sandbox'] });
let pictures = 0;
const asked = process.argv.slice(2);
for (const [role, screens] of Object.entries(SCREENS).filter(([role]) => asked.length === 0 || asked.includes(role))) {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion: 'reduce' });
  const ways = role === 'nobody' ? {} : await signIn(context.request, role);
  const page = await context.newPage();
  for (const [name, where] of screens) {
    const path = typeof where === 'string' ? where : await where(ways);
    for (const [width, height] of WIDTHS) {
      for (const colorScheme of ['light', 'dark']) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme });
        await page.goto(base + path);
        await page.locator('h1').first().waitFor();
        await page.locator('rl-skeleton').first().waitFor({ state: 'detached' });
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: join(folder, `${role}-${name}-${width}-${colorScheme}.png`), fullPage: true });
        pictures += 1;
      }
    }
  }
  await context.close();
}
await browser.close();
console.log(`${pictures} pictures in dist/screens`);

/** Signs a role in; of several people, the one with the most to show. Resolves to ways of finding what to open. */
async function signIn(request, role) {
  const people = accounts.filter((account) => account.role === role);
  const { email, password, secret, regionName } = people.find((account) => account.email.startsWith('nolwenn.')) ?? people[0];
  const code = secret ? { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() } : {};
  const answer = await request.post(`${base}/api/session`, { data: { email, password, ...code } });
  if (!answer.ok()) throw new Error(`${email} can't sign in (${answer.status()}): a code serves once, wait half a minute.`);
  const { posts, post, csrf } = await answer.json();
  const { id } = posts.find((each) => each.regionName === regionName);
  if (post?.id !== id) await request.put(`${base}/api/session/post`, { data: { postId: id }, headers: { 'x-relais-csrf': csrf } });
  const first = async (path) => (await (await request.get(base + path)).json()).items[0].id;
  return { first, person: () => first('/api/beneficiaries?limit=1') };
}

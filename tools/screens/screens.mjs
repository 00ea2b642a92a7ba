// `npm run screens`: every screen × width × theme of the built product, as pictures in dist/screens. Needs a started product (npm start).
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as browserOf } from '@playwright/test';
import packaged from '@sparticuz/chromium';

const root = join(import.meta.dirname, '..', '..');
const base = process.env.SCREENS_URL ?? 'http://localhost:3000';
const folder = join(root, 'dist', 'screens');
const WIDTHS = [
  [1280, 860],
  [390, 844],
];
const REST = 1_500;
mkdirSync(folder, { recursive: true });

const accounts = await fetch(`${base}/api/demo/accounts`).then(
  (answer) => answer.json(),
  () => {
    console.error(`Nothing answers at ${base}: run "npm start" in another window first, or say where with SCREENS_URL.`);
    process.exit(1);
  },
);
const who = accounts.items.find(({ region, role }) => region === '53' && role === 'counsellor');
const browser = await browserOf.launch({ executablePath: await packaged.executablePath(), args: ['--no-sandbox'] });
let pictures = 0;
for (const [width, height] of WIDTHS) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'fr-FR' });
    const page = await context.newPage();
    const shoot = async (name, path) => {
      if (path) await page.goto(base + path);
      await page.waitForTimeout(REST);
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      pictures += 1;
    };
    await shoot('sign-in', '/connexion');
    const answer = await page.request.post(`${base}/api/session`, { data: { email: who.email, password: who.password } });
    const { posts, post, csrf } = await answer.json();
    await shoot('post', '/poste');
    if (!post) await page.request.put(`${base}/api/session/post`, { data: { postId: posts[0].id }, headers: { 'x-relais-csrf': csrf } });
    const first = async (path) => (await (await page.request.get(base + path)).json()).items[0]?.id;
    const person = await first('/api/beneficiaries?limit=1');
    const referral = await first('/api/referrals?box=received');
    await shoot('day', '/journee');
    await shoot('people', '/personnes');
    await shoot('new-person', '/personnes/nouvelle');
    await shoot('file', `/personnes/${person}`);
    await shoot('journal', `/personnes/${person}/journal`);
    await shoot('interview', `/entretiens/nouveau?personne=${person}`);
    await shoot('composer', `/orienter/${person}`);
    await shoot('inbox', '/boite');
    if (referral) await shoot('referral', `/orientations/${referral}`);
    await shoot('notices', '/avis');
    await shoot('notice-ways', '/avis/preferences');
    await shoot('demo-mailbox', '/courriels');
    await context.close();
  }
}
await browser.close();
console.log(`${pictures} pictures in dist/screens`);

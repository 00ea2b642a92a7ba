import { type APIRequestContext, type Browser, type BrowserContext, expect, type Page, test as base } from '@playwright/test';
import { violations } from './screens/violations';

/** One line of the demo's list of accounts. */
export type DemoAccount = {
  email: string;
  password: string;
  region: string;
  regionName: string;
  operator: string;
  unit: string;
  role: string;
  secret: string | null;
};

/** What a journey starts from: the demo's accounts, and a door to sign in. */
export type Journey = {
  accounts: DemoAccount[];
  signIn: (page: Page, account: DemoAccount) => Promise<void>;
  /** Whether pages stay open for the tests that come after. */
  keepsPages: boolean;
  /** Closes what a journey opened: an open page reads anew whatever later journeys change. */
  tidied: void;
  /** Fails a journey during which a page broke, though the screen went on. */
  whole: void;
};

/** Journeys go through the screens only; accounts come from the public list of the demo. */
export const test = base.extend<Journey>({
  keepsPages: [false, { option: true }],
  tidied: [
    async ({ browser, keepsPages }, use) => {
      const before = new Set(browser.contexts());
      await use();
      if (keepsPages) return;
      for (const context of browser.contexts()) if (!before.has(context)) await context.close();
    },
    { auto: true },
  ],
  whole: [
    async ({ browser }, use) => {
      listenTo(browser);
      faults.length = 0;
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  accounts: async ({ request }, use) => use(await listAccounts(request)),
  signIn: async ({ baseURL }, use) =>
    use(async (page, account) => {
      await page.goto(`${baseURL}/connexion`);
      await page.getByLabel(/e-mail/i).fill(account.email);
      await page.getByLabel(/mot de passe|password/i).fill(account.password);
      await page.getByRole('button', { name: /se connecter|sign in/i }).click();
      await page.waitForURL(/\/(poste|journee|pilotage|journal)/);
      if (page.url().includes('/poste')) await page.locator('button.post').filter({ hasText: account.regionName }).first().click();
      await page.waitForURL(/\/(journee|pilotage|journal)/);
    }),
});

export { expect };

/** What Angular says of a fault of ours: `NG0953`, or `ERROR` before an exception that nobody caught. */
const FAULT = /\bNG0\d+|^ERROR\b/;

const faults: string[] = [];
const heard = new WeakSet<Browser>();

/** Writes down what breaks in any page of a browser, from now on. */
function listenTo(browser: Browser): void {
  if (heard.has(browser)) return;
  heard.add(browser);
  const open = browser.newContext.bind(browser);
  browser.newContext = async (...options): Promise<BrowserContext> => {
    const context = await open(...options);
    context.on('weberror', (fault) => faults.push(String(fault.error())));
    context.on('console', (message) => {
      if (FAULT.test(message.text())) faults.push(message.text());
    });
    return context;
  };
}

/** The demo account whose e-mail begins with these words. */
export function accountOf(accounts: readonly DemoAccount[], name: string): DemoAccount {
  const found = accounts.find(({ email }) => email.startsWith(`${name}@`));
  if (!found) throw new Error(`no demo account of ${name}`);
  return found;
}

/** Next week, same day, at an hour such as `10:00`: what a field of a day and an hour takes. */
export function nextWeekAt(hour: string): string {
  return `${new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)}T${hour}`;
}

/** Letters of this moment, so that a second run on the same data finds its own words. */
export function letters(): string {
  return Date.now()
    .toString()
    .slice(-7)
    .replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
}

/** Opens a file through the screen; resolves to its address. */
export async function openFileOf(page: Page, person: { familyName: string; givenName: string }): Promise<string> {
  await page.goto('/personnes/nouvelle');
  await page.getByLabel('Nom de famille').fill(person.familyName);
  await page.getByLabel('Prénom').fill(person.givenName);
  await page.getByRole('textbox', { name: 'Jour' }).fill('14');
  await page.getByRole('textbox', { name: 'Mois' }).fill('03');
  await page.getByRole('textbox', { name: 'Année' }).fill('2005');
  await page.getByRole('button', { name: 'Ouvrir le dossier' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${person.givenName} ${person.familyName}`);
  return new URL(page.url()).pathname;
}

/** Counsellors of a region, of different operators, in the order of the list. */
export function counsellorsOf(accounts: readonly DemoAccount[], region: string): DemoAccount[] {
  const byOperator = new Map<string, DemoAccount>();
  for (const account of accounts) {
    if (account.region === region && account.role === 'counsellor' && !byOperator.has(account.operator))
      byOperator.set(account.operator, account);
  }
  return [...byOperator.values()];
}

/** Fails when axe finds anything against WCAG 2.0–2.2 A and AA. */
export async function expectNoBarrier(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
}

async function listAccounts(request: APIRequestContext): Promise<DemoAccount[]> {
  const answer = await request.get('/api/demo/accounts');
  expect(answer.ok()).toBe(true);
  return ((await answer.json()) as { items: DemoAccount[] }).items;
}

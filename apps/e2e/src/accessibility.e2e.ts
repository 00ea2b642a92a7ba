import type { Page } from '@playwright/test';
import { accountOf, expect, expectNoBarrier, test } from './journey';

const SIZES = [
  { name: 'desk', width: 1280, height: 860 },
  { name: 'phone', width: 390, height: 844 },
] as const;
const THEMES = ['light', 'dark'] as const;

/** Each screen: how to get there, once signed in, and what shows that it is complete. */
const SCREENS: readonly { name: string; author: string; open: (page: Page) => Promise<void> }[] = [
  {
    name: 'my day',
    author: 'severine.legrand',
    open: async (page) => {
      await page.goto('/journee');
      await expect(page.locator('#todo-title')).toBeVisible();
    },
  },
  {
    name: 'people',
    author: 'laurent.morin',
    open: async (page) => {
      await page.goto('/personnes');
      await expect(page.getByRole('table').getByRole('link').first()).toBeVisible();
    },
  },
  {
    name: 'a new person, with those who resemble them',
    author: 'fabrice.joly',
    open: async (page) => {
      await page.goto('/personnes');
      const [givenName = '', ...familyName] = (await page.getByRole('table').getByRole('link').first().innerText()).split(' ');
      await page.goto('/personnes/nouvelle');
      await page.getByLabel('Nom de famille').fill(familyName.join(' '));
      await page.getByLabel('Prénom').fill(givenName);
      await expect(page.locator('.candidate').first()).toBeVisible();
    },
  },
  {
    name: 'a file',
    author: 'samuel.moreau',
    open: async (page) => {
      await page.goto('/personnes');
      await page.getByRole('table').getByRole('link').first().click();
      await expect(page.getByRole('article').first()).toBeVisible();
    },
  },
  {
    name: 'the writing of an interview',
    author: 'eodez.marrec',
    open: async (page) => {
      await page.goto('/personnes?pour=entretien');
      await page.getByRole('table').getByRole('link').first().click();
      await expect(page.locator('textarea').first()).toBeFocused();
      await page.keyboard.type('/');
      await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'a meeting that did not take place',
    author: 'nolwenn.riou',
    open: async (page) => {
      await page.goto('/journee');
      await page
        .getByRole('button', { name: /^(Absent|Déplacer) : / })
        .first()
        .click();
      await expect(page.getByLabel('Autre rendez-vous proposé')).toBeVisible();
    },
  },
  {
    name: 'the plan of a person',
    author: 'melissa.boyer',
    open: async (page) => {
      await page.goto('/personnes');
      await page.getByRole('table').getByRole('link').first().click();
      await page.waitForURL(/\/personnes\/[0-9a-f-]{36}$/);
      await page.goto(`${page.url()}/plan`);
      await page.getByLabel('Nouvel objectif, dans les mots de la personne').fill('Un toit');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('region', { name: /Un toit/ }).first()).toBeVisible();
      await page.getByLabel('Nouvelle étape').last().fill('Appeler');
      await page.keyboard.press('Enter');
      await page
        .getByRole('button', { name: /^Changer la date/ })
        .first()
        .click();
      await expect(page.getByRole('button', { name: 'Valider' })).toBeVisible();
    },
  },
  {
    name: 'the inbox with a referral open',
    author: 'christian.floch',
    open: async (page) => {
      await page.goto('/boite?vue=done');
      await page
        .locator('rl-inbox-page')
        .getByRole('listitem')
        .filter({ has: page.locator('rl-inbox-line') })
        .first()
        .getByRole('link')
        .click();
      await expect(page.getByRole('region', { name: 'Ce qui s’est passé' })).toBeVisible();
    },
  },
  {
    name: 'a referral as a page of its own',
    author: 'samira.benali',
    open: async (page) => {
      await page.goto('/boite?vue=in_progress');
      await page
        .locator('rl-inbox-page')
        .getByRole('listitem')
        .filter({ has: page.locator('rl-inbox-line') })
        .first()
        .getByRole('link')
        .click();
      await page.getByRole('link', { name: 'Ouvrir en pleine page' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Orientation' })).toBeVisible();
      await expect(page.getByRole('region', { name: 'Ce qui s’est passé' })).toBeVisible();
    },
  },
  {
    name: 'the composer with its pack',
    author: 'morgane.nguyen',
    open: async (page) => {
      await page.goto('/personnes?pour=orientation');
      await page.getByRole('table').getByRole('link').first().click();
      await page.getByLabel(/de quoi la personne a-t-elle besoin/i).fill('Reprendre une formation');
      const [first, second] = [0, 1].map((index) => page.locator('rl-destination-picker').getByRole('option').nth(index));
      await second?.press('Space');
      await first?.press('Space');
      await first?.press('Enter');
      await expect(page.locator('rl-packet-sheet')).toContainText('Reprendre une formation');
    },
  },
  {
    name: 'what needs the region',
    author: 'mathieu.guillou',
    open: async (page) => {
      await page.goto('/coordination');
      await expect(page.getByRole('heading', { level: 1, name: 'Coordination' })).toBeVisible();
      await expect(page.locator('rl-coordination-page rl-skeleton')).toBeHidden();
    },
  },
];

test('signing in has no barrier in either language, light or dark, on a desk or a phone', async ({ page }) => {
  await page.goto('/connexion');
  for (const language of ['en', 'fr'] as const) {
    await page.evaluate((code) => localStorage.setItem('relais.language', code), language);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('.account').first()).toBeVisible();
    await expectNoBarrierAnywhere(page);
  }
});

for (const { name, author, open } of SCREENS) {
  test(`${name} has no barrier, light or dark, on a desk or a phone`, async ({ page, accounts, signIn }) => {
    await signIn(page, accountOf(accounts, author));
    await open(page);
    await expectNoBarrierAnywhere(page);
  });
}

test('my day has no barrier in English either', async ({ page, accounts, signIn }) => {
  await signIn(page, accountOf(accounts, 'severine.legrand'));
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expectNoBarrierAnywhere(page);
});

/** The same page in each theme and at each size; nothing may overflow sideways either. */
async function expectNoBarrierAnywhere(page: Page): Promise<void> {
  for (const { width, height } of SIZES) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectNoBarrier(page);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
}

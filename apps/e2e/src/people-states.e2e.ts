import type { Page } from '@playwright/test';
import { accountOf, expect, expectNoBarrier, letters, openFileOf, test } from './journey';

const SIZES = [
  { width: 1280, height: 860 },
  { width: 390, height: 844 },
] as const;

test('a colleague’s correction of the same field is shown beside one’s own, and neither is lost', async ({
  page,
  browser,
  baseURL,
  accounts,
  signIn,
}) => {
  test.setTimeout(90_000);
  const mine = accountOf(accounts, 'karim.benali');
  await signIn(page, mine);
  const address = await openFileOf(page, { familyName: `Madec${letters()}`, givenName: 'Loeiza' });
  const second = await (await browser.newContext({ locale: 'fr-FR', ...(baseURL && { baseURL }) })).newPage();
  await signIn(second, mine);
  await second.goto(address);

  await correctPhone(second, '06 22 33 44 55');
  await expect(second.getByRole('link', { name: '0622334455' })).toBeVisible();
  await correctPhone(page, '06 99 88 77 66');
  const both = page.getByRole('alert').filter({ hasText: 'Un collègue a corrigé' });
  await expect(both).toContainText('06 99 88 77 66');
  await expect(both).toContainText('0622334455');
  await expectNoBarrier(page);
  await both.getByRole('button', { name: 'Enregistrer ces choix' }).click();
  await expect(page.getByRole('link', { name: '0699887766' })).toBeVisible();
  await second.context().close();
});

test('opposing is confirmed once its effect was read; the file then says that nothing leaves', async ({ page, accounts, signIn }) => {
  await signIn(page, accountOf(accounts, 'karim.benali'));
  await openFileOf(page, { familyName: `Cadiou${letters()}`, givenName: 'Youna' });
  await page.getByRole('button', { name: 'Noter ce qu’elle dit' }).click();
  await page.getByText('Opposée', { exact: true }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('les autres structures ne lisent plus les notes partagées');
  await expectNoBarrier(page);
  await dialog.getByRole('button', { name: 'Noter l’opposition' }).click();
  await expect(page.getByText('rien ne sort de votre structure')).toBeVisible();
});

test('the screens of people have no barrier, full, empty or failed, light or dark, on a desk or a phone', async ({
  page,
  accounts,
  signIn,
}) => {
  test.setTimeout(180_000);
  await signIn(page, accountOf(accounts, 'severine.legrand'));
  await page.goto('/personnes');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('article').first()).toBeVisible();
  const file = new URL(page.url()).pathname;
  await expectNoBarrierAnywhere(page);
  for (const address of ['/personnes/liens', `${file}/comparer`, `${file}/journal`]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('rl-skeleton')).toHaveCount(0);
    await expectNoBarrierAnywhere(page);
  }
  const down = { status: 503, contentType: 'application/problem+json', body: '{"code":"request.unavailable","requestId":"r-1"}' };
  await page.route(/\/api\/(beneficiaries|link-requests)/, (route) => route.fulfill(down));
  for (const address of ['/personnes', '/personnes/liens', file, `${file}/journal`]) {
    await page.goto(address);
    await expect(page.getByRole('main').getByRole('alert').first()).toContainText('Réessayer');
    await expect(page.getByRole('main').getByRole('alert').first()).toContainText('r-1');
    await expectNoBarrierAnywhere(page);
  }
});

async function correctPhone(page: Page, phone: string): Promise<void> {
  await page.getByRole('button', { name: 'Corriger Contact' }).click();
  await page.getByLabel('Téléphone').fill(phone);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
}

/** The same page in each theme and at each size; nothing may overflow sideways either. */
async function expectNoBarrierAnywhere(page: Page): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectNoBarrier(page);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
}

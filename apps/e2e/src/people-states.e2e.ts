import type { Page } from '@playwright/test';
import { accountOf, expect, expectNoBarrier, letters, openFileOf, test } from './journey';

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

async function correctPhone(page: Page, phone: string): Promise<void> {
  await page.getByRole('button', { name: 'Corriger Contact' }).click();
  await page.getByLabel('Téléphone').fill(phone);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
}

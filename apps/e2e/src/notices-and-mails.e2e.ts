import type { Page } from '@playwright/test';
import { Actions } from './actions';
import { accountOf, expect, expectNoBarrier, letters, openFileOf, test } from './journey';
import { sendFromComposer } from './referral-steps';

/** Refers somebody new to a team that no other journey writes to, so that its mails can be counted; resolves to what they need. */
async function referTo(page: Page, essay: string): Promise<string> {
  const need = `Trouver un employeur pour un apprentissage, essai ${essay}`;
  await openFileOf(page, { familyName: `Prévenu ${essay}`, givenName: 'Louison' });
  await page.getByRole('link', { name: /^orienter$/i }).click();
  await page.getByLabel('Filtrer les structures').fill('Formateurs référents');
  await sendFromComposer(page, new Actions(page), need, /Formateurs référents/);
  return need;
}

test('a referral arrives as a notice and as a mail without a name; a choice changes what arrives next', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(180_000);
  const sender = await (await browser.newContext()).newPage();
  const receiver = await (await browser.newContext()).newPage();
  const visitor = await (await browser.newContext()).newPage();
  const account = accountOf(accounts, 'eodez.marrec');
  const words = letters();
  const mailsTo = async (): Promise<number> => {
    await visitor.goto('/courriels');
    await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(visitor.locator('rl-skeleton')).toHaveCount(0);
    return visitor.getByRole('link').filter({ hasText: account.email }).count();
  };

  await signIn(receiver, account);
  await receiver.goto('/avis/preferences');
  await receiver.getByLabel('Orientations qui arrivent').selectOption('at_once');
  await expectNoBarrier(receiver);
  const before = await mailsTo();

  await signIn(sender, accountOf(accounts, 'karim.benali'));
  const need = await referTo(sender, words);
  await receiver.goto('/avis');
  const line = receiver.getByRole('listitem').filter({ hasText: need });
  await expect(line).toContainText('Orientation reçue', { timeout: 20_000 });
  await expect(line).toContainText('nouveau');
  await expectNoBarrier(receiver);

  await expect.poll(mailsTo, { timeout: 30_000 }).toBe(before + 1);
  await visitor.getByRole('link').filter({ hasText: account.email }).first().click();
  const mail = visitor.getByRole('article');
  await expect(mail).toContainText('Une orientation est arrivée');
  await expect(mail).not.toContainText(/Prévenu|Louison|apprentissage/);
  await expectNoBarrier(visitor);

  await line.getByRole('button', { name: 'Voir et répondre' }).click();
  await receiver.waitForURL(/\/orientations\//);
  await receiver.goto('/avis/preferences');
  await receiver.getByLabel('Orientations qui arrivent').selectOption('in_app');
  await expect(receiver.locator('rl-save-indicator')).toContainText(/enregistr/i);
  const next = await referTo(sender, `${words}bis`);
  await receiver.goto('/avis');
  await expect(receiver.getByRole('listitem').filter({ hasText: next })).toBeVisible({ timeout: 20_000 });
  await receiver.waitForTimeout(3_000);
  expect(await mailsTo()).toBe(before + 1);
});

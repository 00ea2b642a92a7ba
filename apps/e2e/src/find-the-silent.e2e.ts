import type { Page } from '@playwright/test';
import { accountOf, expect, expectNoBarrier, letters, nextWeekAt, test } from './journey';
import { tabTo } from './tab-to';

test('somebody nobody hears of is found on the board, looked for by two channels, reached, and leaves the column', async ({
  page,
  accounts,
  signIn,
}) => {
  test.setTimeout(120_000);
  await signIn(page, accountOf(accounts, 'nolwenn.riou'));
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { level: 1, name: 'Continuité' })).toBeVisible();
  const lost = page.getByRole('region', { name: /^Contact perdu/ });
  const card = lost
    .getByRole('listitem')
    .filter({ has: page.getByRole('link') })
    .filter({ hasNotText: 'Ne pas contacter' })
    .last();
  const link = card.getByRole('link');
  const name = (await link.textContent()) ?? '';
  await expect(card).toContainText(/Sans nouvelles depuis \d+ jours|Aucune rencontre/);
  await expectNoBarrier(page);

  for (const result of ['Pas de réponse', 'Message laissé', 'La personne a répondu']) {
    const person = lost.getByRole('link', { name, exact: true });
    await person.focus();
    await page.keyboard.press('l');
    const dialog = page.getByRole('dialog', { name: `Retrouver ${name}` });
    await expect(dialog.getByRole('radio').first()).toBeVisible();
    if (result === 'Pas de réponse') await expectNoBarrier(page);
    await dialog.getByLabel('Résultat').selectOption({ label: result });
    await dialog.getByRole('button', { name: 'Noter l’essai' }).click();
    await expect(dialog).toBeHidden();
  }
  await expect(page.locator('rl-toasts')).toContainText(`Contact repris avec ${name}`);
  await expect(lost.getByRole('link', { name, exact: true })).toBeHidden();
});

test('without a mouse: a card is reached by Tab, moved over by arrows, put off for a week and taken back', async ({
  page,
  accounts,
  signIn,
}) => {
  await signIn(page, accountOf(accounts, 'karim.benali'));
  await page.goto('/continuite');
  const lost = page.getByRole('region', { name: /^Contact perdu/ });
  const first = lost.getByRole('link').first();
  const name = (await first.textContent()) ?? '';
  await tabTo(page, first);
  await page.keyboard.press('h');
  await expect(page.locator('rl-toasts')).toContainText(`${name} : remis à la semaine prochaine`);
  await expect(lost.getByRole('link', { name, exact: true })).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(lost.getByRole('link', { name, exact: true })).toBeVisible();
});

test('somebody of sixteen without a solution gets a date to be invited, with the legal representative', async ({
  page,
  accounts,
  signIn,
}) => {
  await signIn(page, accountOf(accounts, 'nolwenn.riou'));
  await openFileOfMinor(page);
  const dates = page.getByRole('region', { name: 'Échéances' });
  await dates.getByRole('button', { name: 'Noter une échéance' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Elle a 16 ou 17 ans et aucune solution').click();
  await expect(dialog).toContainText('L. 114-1');
  await expectNoBarrier(page);
  await dialog.getByRole('button', { name: 'Noter une échéance' }).click();
  await expect(dates).toContainText('16–18 ans sans solution : convocation');
  await dates.getByText('Pourquoi cette date ?').click();
  await expect(dates).toContainText('Convocation dans les deux mois, avec le représentant légal.');

  const convene = dates.getByRole('button', { name: /^Convoquer/ });
  await convene.click();
  await dialog.getByLabel('Jour et heure').fill(nextWeekAt('10:00'));
  await dialog.getByRole('button', { name: 'Convoquer' }).click();
  await expect(dialog.getByRole('alert')).toContainText('autorité parentale');
  await page.keyboard.press('Escape');

  const representatives = page.getByRole('region', { name: 'Représentants légaux' });
  await representatives.getByRole('button', { name: 'Ajouter un représentant' }).click();
  await representatives.getByLabel('Prénom').fill('Rozenn');
  await representatives.getByLabel('Nom de famille').fill('Kervella');
  await representatives.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(representatives).toContainText('Rozenn Kervella');

  await convene.click();
  await dialog.getByLabel('Jour et heure').fill(nextWeekAt('10:00'));
  await dialog.getByRole('button', { name: 'Convoquer' }).click();
  await expect(dates).toContainText('Convocation prévue le');
  await expectNoBarrier(page);
});

async function openFileOfMinor(page: Page): Promise<void> {
  await page.goto('/personnes/nouvelle');
  await page.getByLabel('Nom de famille').fill('Sans-Solution');
  await page.getByLabel('Prénom').fill(`Erwan${letters()}`);
  const [year, month, day] = new Date(Date.now() - 16.5 * 365.25 * 86_400_000).toISOString().slice(0, 10).split('-');
  await page.getByRole('textbox', { name: 'Jour' }).fill(day ?? '');
  await page.getByRole('textbox', { name: 'Mois' }).fill(month ?? '');
  await page.getByRole('textbox', { name: 'Année' }).fill(year ?? '');
  await page.getByRole('button', { name: 'Ouvrir le dossier' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sans-Solution');
}

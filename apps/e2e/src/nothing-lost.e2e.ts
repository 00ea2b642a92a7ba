import type { Page } from '@playwright/test';
import { accountOf, expect, test } from './journey';

const saved = (page: Page) => page.getByText('Enregistré', { exact: true }).first();
const waiting = (page: Page) => page.getByText(/^En attente de réseau/).first();
const noteOf = (page: Page) => page.getByRole('textbox', { name: 'Note', exact: true });

/** Begins an interview with the first person of the list, with one sentence that the API has. */
async function beginWriting(page: Page, sentence: string): Promise<void> {
  await page.goto('/personnes?pour=entretien');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(noteOf(page)).toBeFocused();
  await page.keyboard.type(sentence);
  await expect(saved(page)).toBeVisible();
  await expect(page).toHaveURL(/\/entretiens\/[0-9a-f-]{36}$/);
}

test('what is written without a network waits on the device and leaves by itself when the network is back', async ({
  page,
  context,
  accounts,
  signIn,
}) => {
  await signIn(page, accountOf(accounts, 'karim.benali'));
  await beginWriting(page, 'Première phrase. ');

  await context.setOffline(true);
  await expect(page.getByText('Hors connexion')).toBeVisible();
  await page.keyboard.type('Deuxième phrase, sans réseau. ');
  await expect(waiting(page)).toBeVisible();
  await page.keyboard.type('Troisième phrase.');
  await expect(noteOf(page)).toHaveValue('Première phrase. Deuxième phrase, sans réseau. Troisième phrase.');

  await context.setOffline(false);
  await expect(saved(page)).toBeVisible({ timeout: 10_000 });
  await page.reload();
  await expect(noteOf(page)).toHaveValue('Première phrase. Deuxième phrase, sans réseau. Troisième phrase.');
});

test('a page killed while offline gives the text back, then the API has it too', async ({ page, context, accounts, signIn }) => {
  await signIn(page, accountOf(accounts, 'adama.soumare'));
  await beginWriting(page, 'Avant la coupure. ');
  const address = page.url();

  await page.route('**/api/interviews/**', (route) =>
    route.request().method() === 'PATCH' ? route.abort('connectionfailed') : route.continue(),
  );
  await page.keyboard.type('Pendant la coupure.');
  await expect(waiting(page)).toBeVisible();
  await page.close({ runBeforeUnload: false });

  const again = await context.newPage();
  await again.goto(address);
  await expect(noteOf(again)).toHaveValue('Avant la coupure. Pendant la coupure.');
  await expect(saved(again)).toBeVisible();

  await again.evaluate(() => indexedDB.deleteDatabase('relais-drafts'));
  await again.reload();
  await expect(noteOf(again)).toHaveValue('Avant la coupure. Pendant la coupure.');
});

test('one note in two tabs: neither text is written over, both are shown and kept', async ({ page, context, accounts, signIn }) => {
  await signIn(page, accountOf(accounts, 'isabelle.nourry'));
  await beginWriting(page, 'Ensemble. ');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(noteOf(other)).toHaveValue('Ensemble. ');

  await page.bringToFront();
  await noteOf(page).press('Control+End');
  await page.keyboard.type('Écrit à gauche.');
  await noteOf(other).press('Control+End');
  await other.keyboard.type('Écrit à droite.');
  await expect(saved(page)).toBeVisible();
  const both = other.getByRole('button', { name: 'Garder les deux' });
  await expect(both).toBeVisible();
  const shown = other.getByRole('alert');
  await expect(shown).toContainText('Écrit à gauche.');
  await expect(shown).toContainText('Écrit à droite.');
  await both.click();
  await expect(noteOf(other)).toHaveValue(/Écrit à droite\.[\s\S]*Écrit à gauche\./);
  await expect(saved(other)).toBeVisible();

  await page.reload();
  await expect(noteOf(page)).toHaveValue(/Écrit à droite\.[\s\S]*Écrit à gauche\./);
});

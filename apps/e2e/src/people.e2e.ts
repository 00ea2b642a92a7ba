import type { Browser, Page } from '@playwright/test';
import { accountOf, expect, expectNoBarrier, letters, openFileOf, test } from './journey';

test('a person is found by a name with typing errors, and their file opens', async ({ page, accounts, signIn }) => {
  await signIn(page, accountOf(accounts, 'karim.benali'));
  const words = letters();
  await openFileOf(page, { familyName: `Kerguelen${words}`, givenName: 'Maëlle' });
  await page.goto('/personnes');
  await expect(page.getByRole('searchbox')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(`kergelen${words} maele`);
  const found = page.getByRole('main').getByRole('link', { name: `Maëlle Kerguelen${words}` });
  await expect(found).toBeVisible();
  await found.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Maëlle Kerguelen${words}`);
  await expect(page.getByRole('region', { name: 'Où on en est' })).toBeVisible();
});

test('a double is shown before the second field is left, and the form asks little', async ({ page, accounts, signIn }) => {
  await signIn(page, accountOf(accounts, 'karim.benali'));
  const words = letters();
  await openFileOf(page, { familyName: `Trévidic${words}`, givenName: 'Yuna' });
  await page.goto('/personnes/nouvelle');
  const form = page.locator('form');
  // Seven fields are shown; a birth date and what the person was told are one field each.
  expect(await form.locator('rl-field, rl-date-field, fieldset:not(rl-date-field fieldset)').count()).toBeLessThanOrEqual(7);
  await page.getByLabel('Nom de famille').fill(`Trevidic${words}`);
  await page.getByLabel('Prénom').pressSequentially('Yun');
  await expect(page.getByLabel('Prénom')).toBeFocused();
  const candidate = page.locator('.candidate').filter({ hasText: `Yuna Trévidic${words}` });
  await expect(candidate).toBeVisible();
  await expect(page.getByLabel('Prénom')).toBeFocused();
  await candidate.getByRole('link', { name: /Ouvrir/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Yuna Trévidic${words}`);
});

test('a link is asked for with a reason, granted by the other operator, and the file opens to the one who asked', async ({
  page,
  browser,
  baseURL,
  accounts,
  signIn,
}) => {
  test.setTimeout(120_000);
  const person = { familyName: `Quémener${letters()}`, givenName: 'Nine' };
  const owner = accountOf(accounts, 'karim.benali');
  await signIn(page, owner);
  await openFileOf(page, person);

  const asker = await elsewhere(browser, baseURL);
  await signIn(asker, accountOf(accounts, 'samira.benali'));
  await find(asker, person);
  await expect(asker.getByRole('main')).not.toContainText(person.familyName);
  await asker.getByRole('button', { name: /Demander le lien/ }).click();
  const dialog = asker.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Demander le lien' })).toBeDisabled();
  await dialog.getByLabel(/Pourquoi/).fill('Elle me demande de l’aider à trouver une formation.');
  await expectNoBarrier(asker);
  await dialog.getByRole('button', { name: 'Demander le lien' }).click();
  await expect(asker.getByText('en attente de réponse')).toBeVisible();

  await page.goto('/personnes/liens');
  const line = page.getByRole('listitem').filter({ hasText: `${person.givenName} ${person.familyName}` });
  await expect(line).toContainText('trouver une formation');
  await expectNoBarrier(page);
  await line.getByRole('button', { name: /Accorder/ }).click();
  await expect(page.getByRole('dialog')).toContainText('le référent ne change pas');
  await page.getByRole('dialog').getByRole('button', { name: 'Accorder' }).click();
  await expect(page.locator('rl-toasts')).toContainText('Lien accordé');

  await asker.goto('/personnes/liens');
  await expect(asker.getByText('lien accordé').first()).toBeVisible();
  await asker.getByRole('link', { name: `${person.givenName} ${person.familyName}` }).click();
  await expect(asker.getByRole('heading', { level: 1 })).toContainText(`${person.givenName} ${person.familyName}`);
  await asker.context().close();
});

test('a file opened in an emergency says how long, and the opening stands in its journal with its words', async ({
  page,
  browser,
  baseURL,
  accounts,
  signIn,
}) => {
  test.setTimeout(120_000);
  const person = { familyName: `Rozec${letters()}`, givenName: 'Ewen' };
  await signIn(page, accountOf(accounts, 'karim.benali'));
  const address = await openFileOf(page, person);

  const other = await elsewhere(browser, baseURL);
  await signIn(other, accountOf(accounts, 'adama.soumare'));
  await find(other, person);
  await other.getByRole('button', { name: /Ouvrir en urgence/ }).click();
  const dialog = other.getByRole('dialog');
  await expect(dialog).toContainText('3 heures');
  await expect(dialog).toContainText('délégué à la protection des données');
  const open = dialog.getByRole('button', { name: 'Ouvrir pour 3 heures' });
  await dialog.getByLabel(/urgence/).selectOption('person_present');
  await dialog.getByLabel(/Que se passe-t-il/).fill('Il est là.');
  await expect(open).toBeDisabled();
  await dialog.getByLabel(/Que se passe-t-il/).fill('Il est dans notre hall, sans logement ce soir.');
  await expectNoBarrier(other);
  await open.click();
  await expect(other.getByRole('timer')).toContainText(/2 h 5\d min|3 h 0 min/);
  await expect(other.getByRole('heading', { level: 1 })).toContainText(`${person.givenName} ${person.familyName}`);
  await other.context().close();

  await page.goto(`${address}/journal`);
  const line = page.getByRole('row').filter({ hasText: 'a ouvert le dossier en urgence' });
  await expect(line).toContainText('sans logement ce soir');
  await expectNoBarrier(page);
});

test('without a mouse: search, open, walk along the thread, note, and go to the next person of the list', async ({
  page,
  accounts,
  signIn,
}) => {
  test.setTimeout(90_000);
  await signIn(page, accountOf(accounts, 'severine.legrand'));
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(page.getByRole('table').getByRole('link').first()).toBeVisible();
  const [first = '', second = ''] = await page.getByRole('table').getByRole('link').allInnerTexts();
  await page.keyboard.press('/');
  await page.keyboard.type(first);
  await expect(page.getByRole('main').getByRole('listitem').getByRole('link').first()).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('table')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(first);
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.keyboard.press(']');
  await expect(page.getByRole('article').first()).toBeFocused();
  await page.keyboard.press(']');
  await expect(page.getByRole('article').nth(1)).toBeFocused();
  await page.keyboard.press('i');
  await expect(page.getByRole('button', { name: 'Entretiens', pressed: true })).toBeVisible();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(second);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Personne suivante de la liste');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('e');
  const note = page.getByRole('textbox', { name: 'Note', exact: true });
  await expect(note).toBeFocused();
  await page.keyboard.type('Souhaite visiter un atelier.');
  await expect(note).toHaveValue(/visiter un atelier/);
});

/** Types the whole name in the box and waits for the answer. */
async function find(page: Page, person: { familyName: string; givenName: string }): Promise<void> {
  await page.goto('/personnes');
  const answered = page.waitForResponse('**/api/beneficiary-searches');
  await page.getByRole('searchbox').fill(`${person.givenName} ${person.familyName}`);
  await answered;
}

/** A browser of its own, as on another desk. */
async function elsewhere(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', ...(baseURL && { baseURL }) });
  return context.newPage();
}

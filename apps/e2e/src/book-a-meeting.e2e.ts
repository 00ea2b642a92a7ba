import type { Locator, Page } from '@playwright/test';
import { Actions } from './actions';
import { accountOf, expect, expectNoBarrier, letters, openFileOf, test } from './journey';
import { lineOf, refer } from './referral-steps';

/** Goals of the screens. Source: experience.md §4, G7; issue 4 §5. */
const ABSENT_AND_REBOOKED = 5;
const CEJ = /ML Rennes, Accueil et Contrat/;

/** Says a moment some minutes from now, on five minutes, and waits until it is known what else stands there: then the button says so. */
async function sayMoment(dialog: Locator, minutes: number): Promise<void> {
  const at = new Date(Math.floor((Date.now() + minutes * 60_000) / 300_000) * 300_000);
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' }).format(at);
  const known = dialog.page().waitForResponse((answer) => {
    const { pathname, searchParams } = new URL(answer.url());
    return pathname === '/api/agenda/clashes' && searchParams.get('startsAt') === at.toISOString();
  });
  await dialog.getByLabel('Jour et heure').fill(local.replace(' ', 'T'));
  await known;
}

/** Opens the dialog of a new meeting and chooses the person. */
async function begin(page: Page, name: string): Promise<void> {
  await page.goto('/agenda');
  await page.getByRole('button', { name: 'Nouveau rendez-vous' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Avec qui').pressSequentially(name);
  await dialog.getByRole('option').filter({ hasText: name }).first().click();
}

test('a meeting is found over the agendas of two operators, moved, and both professionals know', async ({ browser, accounts, signIn }) => {
  test.setTimeout(180_000);
  const me = await (await browser.newContext()).newPage();
  const partner = await (await browser.newContext()).newPage();
  const words = letters();
  await signIn(me, accountOf(accounts, 'karim.benali'));
  await signIn(partner, accountOf(accounts, 'yann.lebihan'));
  const name = `Rdv ${words}`;
  await openFileOf(me, { familyName: name, givenName: 'Camille' });
  const need = `Un accompagnement à deux, essai ${words}`;
  await refer(me, need, CEJ);
  await (await lineOf(partner, need)).focus();
  await partner.keyboard.press('a');
  await expect(partner.locator('rl-toasts')).toContainText(`Acceptée : Camille ${name}`);
  await partner.getByRole('link', { name: 'Ma journée' }).click();
  await lineOf(partner, need, 'to_contact');

  await begin(me, name);
  const dialog = me.getByRole('dialog');
  await dialog.getByText('Affiner la recherche').click();
  const others = dialog.getByLabel('Avec un autre professionnel');
  const option = await others.locator('option').filter({ hasText: 'Bihan' }).first().getAttribute('value');
  await others.selectOption(option);
  await expect(dialog.locator('rl-slot-finder label.slot').first()).toContainText('Bihan');
  await dialog.locator('rl-slot-finder label.slot').nth(2).click();
  const found = await dialog.getByLabel('Jour et heure').inputValue();
  await expectNoBarrier(me);
  await dialog.getByRole('button', { name: /^Planifier/ }).click();
  await expect(me.locator('rl-toasts')).toContainText('Rendez-vous pris le');

  await me.goto(`/agenda?vue=liste&jour=${found.slice(0, 10)}`);
  const moveIt = me.getByRole('button', { name: `Déplacer : Camille ${name}` });
  await moveIt.click();
  await expect(me.getByRole('dialog').locator('rl-slot-finder label.slot')).toHaveCount(3);
  await me.keyboard.press('2');
  await me
    .getByRole('dialog')
    .getByRole('button', { name: /^Déplacer/ })
    .click();
  await expect(me.locator('rl-toasts')).toContainText('Rendez-vous déplacé au');

  await expect(async () => {
    await partner.goto('/avis');
    await expect(partner.getByText(/Rendez-vous déplacé au/).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
});

test('somebody who did not come is met again in five actions, from the agenda', async ({ page, context, accounts, signIn }) => {
  test.setTimeout(90_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, accountOf(accounts, 'severine.legrand'));
  const name = `Manqué ${letters()}`;
  await openFileOf(page, { familyName: name, givenName: 'Lou' });
  await begin(page, name);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Durée').selectOption('15');
  await sayMoment(dialog, -25);
  await dialog.getByRole('button', { name: /^Planifier/ }).click();
  await expect(dialog).toBeHidden();

  const absent = page.getByRole('button', { name: `Absent : Lou ${name}` }).first();
  // Where many wait to be completed they are folded.
  await page.locator('rl-to-fill li').filter({ hasText: name }).first().waitFor({ state: 'attached' });
  if (!(await absent.isVisible())) await page.getByText(/rendez-vous passés? à compléter/).click();
  const actions = new Actions(page);
  await actions.click(absent);
  await expect(dialog).toContainText('Trois créneaux possibles');
  await expect(dialog.locator('rl-slot-finder label.slot').first()).toBeVisible();
  await actions.press('1');
  await actions.click(dialog.getByRole('button', { name: /^Noter et reproposer/ }));
  await expect(dialog).toContainText('le nouveau rendez-vous est pris');
  await actions.click(dialog.getByRole('button', { name: 'Copier le message' }));
  await actions.click(dialog.getByRole('button', { name: 'Terminer' }));
  expect(actions.count).toBeLessThanOrEqual(ABSENT_AND_REBOOKED);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Je vous propose un nouveau rendez-vous');
  expect(copied).not.toContain(name);
});

test('a collective session fills up to its places and is signed in, one click for each, on a sheet that prints', async ({
  page,
  accounts,
  signIn,
}) => {
  test.setTimeout(120_000);
  await signIn(page, accountOf(accounts, 'severine.legrand'));
  const words = letters();
  const people = [`Atelier-Un ${words}`, `Atelier-Deux ${words}`];
  for (const familyName of people) await openFileOf(page, { familyName, givenName: 'Sacha' });
  await page.goto('/agenda');
  await page.getByRole('button', { name: 'Nouvelle séance collective' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Titre').fill(`Atelier CV ${words}`);
  await sayMoment(dialog, 30);
  await dialog.getByLabel('Nombre de places').fill('1');
  await dialog.getByRole('button', { name: /^Planifier/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Atelier CV ${words}`);
  await expectNoBarrier(page);

  await page.getByLabel('Inscrire une personne').pressSequentially(people[0] ?? '');
  await page
    .getByRole('option')
    .filter({ hasText: people[0] ?? '' })
    .first()
    .click();
  await expect(page.getByText('La séance est complète.')).toBeVisible();
  await expect(page.getByText('1 sur 1 places')).toBeVisible();
  await page.getByRole('button', { name: 'Déplacer la séance' }).click();
  await sayMoment(dialog, 45);
  await dialog.getByLabel('Lieu').fill('Salle du rez-de-chaussée');
  await dialog.getByRole('button', { name: /^Déplacer/ }).click();
  await expect(page.locator('rl-toasts')).toContainText('Séance déplacée au');
  await expect(page.getByText('Salle du rez-de-chaussée')).toBeVisible();
  await expect(page.getByText('1 sur 1 places')).toBeVisible();
  await page.getByRole('button', { name: `Excusé : Sacha ${people[0]}` }).click();
  await expect(page.getByText('0 sur 1 places')).toBeVisible();
  await page.getByLabel('Inscrire une personne').pressSequentially(people[1] ?? '');
  await page
    .getByRole('option')
    .filter({ hasText: people[1] ?? '' })
    .first()
    .click();
  await page.getByRole('button', { name: `Présent : Sacha ${people[1]}` }).click();
  await expect(page.getByRole('row').filter({ hasText: people[1] ?? '' })).toContainText('venu');
  await expectNoBarrier(page);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('columnheader', { name: 'Signature' })).toBeVisible();
  await expect(page.getByLabel('Inscrire une personne')).toBeHidden();
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
});

test('without a mouse: the agenda is reached, walked, a meeting planned, moved and read in the list', async ({
  page,
  accounts,
  signIn,
}) => {
  test.setTimeout(90_000);
  await signIn(page, accountOf(accounts, 'fabrice.joly'));
  const name = `Clavier ${letters()}`;
  await openFileOf(page, { familyName: name, givenName: 'Nour' });
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { level: 1, name: 'Agenda' })).toBeVisible();
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  await grid.locator('[role=gridcell][tabindex="0"]').focus();
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(/jour=/);
  await expect(grid).toBeVisible();
  await expect(grid.locator('[role=gridcell][tabindex="0"]')).toBeFocused();
  const free = /(libre|hors de vos horaires)$/;
  for (
    let step = 0;
    step < 20 && !free.test((await page.evaluate(() => document.activeElement?.querySelector('.visually-hidden')?.textContent)) ?? '');
    step += 1
  )
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Avec qui')).toBeFocused();
  await page.keyboard.type(name);
  await expect(dialog.getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Jour et heure')).not.toHaveValue('');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('rl-toasts')).toContainText('Rendez-vous pris le');
  const mine = grid.getByRole('gridcell', { name: new RegExp(`Nour ${name}`) });
  await expect(mine).toBeFocused();

  await page.keyboard.press('m');
  await expect(dialog.locator('rl-slot-finder label.slot')).toHaveCount(3);
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('rl-toasts')).toContainText('Rendez-vous déplacé au');
  await page.keyboard.press('t');
  await page.keyboard.press('l');
  await expect(page.getByRole('button', { name: `Nour ${name}`, exact: true }).first()).toBeVisible();
  await page.keyboard.press('d');
  await expect(grid).toBeVisible();
});

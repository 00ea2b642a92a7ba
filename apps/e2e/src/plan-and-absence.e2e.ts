import { Actions } from './actions';
import { accountOf, expect, letters, openFileOf, test } from './journey';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('somebody who did not come is noted, met again next week and written to in five actions', async ({
  page,
  context,
  accounts,
  signIn,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, accountOf(accounts, 'severine.legrand'));
  const absent = page.getByRole('button', { name: /^(Absent|Déplacer) : / }).last();
  await expect(absent).toBeVisible();
  const name = (await absent.getAttribute('aria-label'))?.split(/\s:\s/)[1] ?? '';

  const actions = new Actions(page);
  await actions.click(absent);
  await expect(page.getByRole('dialog')).toContainText(name);
  await expect(page.getByLabel('Autre rendez-vous proposé')).not.toHaveValue('');
  await actions.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('le nouveau rendez-vous est pris');
  await actions.click(page.getByRole('button', { name: 'Copier le message' }));
  await expect(page.getByText('C’est copié.')).toBeVisible();
  await actions.click(page.getByRole('button', { name: 'Terminer' }));
  expect(actions.count).toBeLessThanOrEqual(5);

  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Je vous propose un nouveau rendez-vous');
  expect(copied).not.toContain(name);
  await expect(page.getByRole('listitem').filter({ hasText: name }).first()).toContainText(/absent|excusé/);
});

test('a plan is made in the words of the person, followed by keyboard, and printed on one page', async ({ page, accounts, signIn }) => {
  await signIn(page, accountOf(accounts, 'carole.collet'));
  const file = await openFileOf(page, { familyName: 'Payet-Essai', givenName: `Lina${letters()}` });
  await page.goto(`${file}/plan`);
  await expect(page.getByText("Pas encore d'objectif.")).toBeVisible();
  await page.getByRole('button', { name: /Me former pour/ }).click();
  await page.keyboard.type('devenir soudeuse');
  await page.keyboard.press('Enter');
  const goal = page.getByRole('region', { name: /Me former pour devenir soudeuse/ });
  await expect(goal).toContainText('aucune étape');
  await expect(page.getByText(/On en reparle ensemble le/)).toBeVisible();

  await goal.getByLabel('Nouvelle étape').fill('Visiter le chantier-école');
  await goal.getByLabel('Pour quand').fill(inDays(-2));
  await page.keyboard.press('Enter');
  const step = goal.getByRole('checkbox', { name: 'Fait : Visiter le chantier-école' });
  await expect(goal).toContainText('à reparler');

  await step.focus();
  await page.keyboard.press('d');
  await goal.getByLabel('Pour quand').first().fill(inDays(9));
  await goal.getByLabel("Ce qui l'a empêché").fill('Le chantier était fermé');
  await page.keyboard.press('Enter');
  await expect(goal).toContainText('Le chantier était fermé');
  await expect(goal).not.toContainText('à reparler');

  await page.emulateMedia({ media: 'print' });
  await expect(goal.getByLabel('Nouvelle étape')).toBeHidden();
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'screen' });

  await step.focus();
  await page.keyboard.press('Space');
  await expect(goal).toContainText('1 sur 1 étape');
  await page.getByRole('button', { name: 'Annuler' }).first().click();
  await expect(goal).toContainText('0 sur 1 étape');
});

test('what was promised and written the last time stands beside the next note, and becomes the plan', async ({
  page,
  accounts,
  signIn,
}) => {
  await signIn(page, accountOf(accounts, 'farida.ingar'));
  const file = await openFileOf(page, { familyName: 'Hoarau-Essai', givenName: `Noa${letters()}` });
  const note = page.getByRole('textbox', { name: 'Note', exact: true });
  await page.goto(`/entretiens/nouveau?personne=${file.split('/').at(-1)}`);
  await expect(note).toBeFocused();
  await page.keyboard.type('Objectif : travailler dans les bateaux #form');
  await page.keyboard.press('Enter');
  await page.keyboard.type('\n- [ ] Écrire au lycée maritime @per');
  await page.keyboard.press('Enter');
  await page.keyboard.type('demain');
  const agreed = page.getByTestId('actions');
  await expect(agreed.getByRole('button', { name: /travailler dans les bateaux.*Formation/ })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Formation' })).toBeChecked();

  await agreed.getByRole('button', { name: /Écrire au lycée maritime/ }).press('Enter');
  await agreed.getByLabel('Qui').selectOption({ label: 'moi' });
  await expect(note).toHaveValue(/- \[ \] Écrire au lycée maritime \d{4}-\d{2}-\d{2}/);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Entretien finalisé/)).toBeVisible();

  await page.goto(`/entretiens/nouveau?personne=${file.split('/').at(-1)}`);
  const before = page.getByRole('region', { name: 'La dernière fois' });
  await expect(before).toContainText('travailler dans les bateaux');
  await before.getByRole('checkbox', { name: /Écrire au lycée maritime/ }).check();
  await expect(page.getByText('Action faite')).toBeVisible();
  await page.goto(`${file}/plan`);
  await expect(page.getByRole('region', { name: /travailler dans les bateaux/ })).toContainText('1 sur 1 étape');
});

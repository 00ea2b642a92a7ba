import { Actions } from './actions';
import { accountOf, expect, letters, nextWeekAt, openFileOf, test } from './journey';

test('typing the name of somebody known shows the file before a second one is made', async ({ page, accounts, signIn }) => {
  await signIn(page, accountOf(accounts, 'severine.legrand'));
  await page.goto('/personnes');
  const known = page.getByRole('table').getByRole('rowheader').first().getByRole('link');
  const name = await known.innerText();
  const [givenName = '', ...familyName] = name.split(' ');

  await page.getByRole('link', { name: 'Nouvelle personne' }).click();
  await page.getByLabel('Nom de famille').fill(familyName.join(' '));
  await page.getByLabel('Prénom').fill(givenName);
  const alike = page.getByRole('region', { name: 'Déjà connue ?' });
  await expect(alike.getByRole('listitem').filter({ hasText: name }).first()).toContainText('même nom');
  await alike.getByRole('listitem').filter({ hasText: name }).getByRole('link', { name: 'Ouvrir' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
});

test('a newcomer gets a file and a first interview that stays in the thread', async ({ page, accounts, signIn }) => {
  await signIn(page, accountOf(accounts, 'samira.benali'));
  const givenName = `Awena${letters()}`;
  const address = await openFileOf(page, { familyName: 'Trégastel-Essai', givenName });
  await expect(page.getByRole('region', { name: 'Le fil' })).toContainText("Début de l'accompagnement");

  await page.getByRole('button', { name: 'Entretien', exact: true }).click();
  const note = page.getByRole('textbox', { name: 'Note', exact: true });
  await expect(note).toBeFocused();
  await page.keyboard.type('/premier');
  await expect(page.getByRole('option', { name: /Premier accueil/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(note).toHaveValue(/Demande de la personne/);
  await page.keyboard.type(' apprendre la menuiserie.');
  await page.keyboard.press('Control+Shift+A');
  await page.keyboard.type('Envoyer le CV @personne vendredi');
  await expect(page.getByTestId('actions')).toContainText('Envoyer le CV');
  await expect(page.getByTestId('actions')).toContainText('la personne');
  await page.getByText('Formation', { exact: true }).click();
  await page.getByLabel('Jour et heure du prochain rendez-vous').fill(nextWeekAt('10:00'));
  await expect(page.getByText('Enregistré', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Finaliser' }).click();

  await expect(page.getByText(`Entretien finalisé : ${givenName} Trégastel-Essai`)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(givenName);
  const thread = page.getByRole('region', { name: 'Le fil' });
  await expect(thread.getByRole('article').filter({ hasText: 'apprendre la menuiserie' })).toBeVisible();
  await expect(thread.getByRole('article').filter({ hasText: 'Rendez-vous' }).first()).toContainText('prévu');

  await thread.getByRole('article').filter({ hasText: 'apprendre la menuiserie' }).getByRole('heading').getByRole('link').click();
  await expect(page.getByText('apprendre la menuiserie')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Finaliser' })).toBeHidden();
  await page.goto(`${address}/plan`);
  await expect(page.getByRole('main')).toContainText('Envoyer le CV');
});

test('from my day, an interview with a template, a theme, an action and a next meeting takes nine actions at most', async ({
  page,
  accounts,
  signIn,
}) => {
  await signIn(page, accountOf(accounts, 'christian.floch'));
  const actions = new Actions(page);
  await actions.press('n', 'e');
  await actions.click(page.getByRole('table').getByRole('link').first());
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused();
  await page.keyboard.type('/point');
  await actions.press('Enter');
  await actions.type(` Le stage s'est bien passé, la décision est prise.${letters()}`);
  await actions.press('Control+Shift+A');
  await actions.type('Appeler le centre de formation @moi demain');
  await actions.click(page.getByText('Formation', { exact: true }));
  await actions.fill(page.getByLabel('Jour et heure du prochain rendez-vous'), nextWeekAt('14:30'));
  await actions.press('Control+Enter');
  await expect(page.getByText(/^Entretien finalisé/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Le fil' })).toContainText('la décision est prise');
  expect(actions.count).toBeLessThanOrEqual(9);
});

test('a call leaves its trace from my day in four actions', async ({ page, accounts, signIn }) => {
  await signIn(page, accountOf(accounts, 'morgane.nguyen'));
  await page.goto('/personnes');
  const name = await page.getByRole('table').getByRole('link').first().innerText();
  await page.goto('/journee');

  const sentence = `Rappelle demain pour le logement ${letters()}.`;
  const actions = new Actions(page);
  await actions.fill(page.getByRole('combobox', { name: 'Trace rapide : qui ?' }), name);
  await expect(page.getByRole('option', { name }).first()).toBeVisible();
  await actions.press('Enter');
  await expect(page.getByLabel('En une phrase')).toBeFocused();
  await actions.type(sentence);
  await actions.press('Control+Enter');
  await expect(page.getByText(`Trace enregistrée : ${name}`)).toBeVisible();
  expect(actions.count).toBeLessThanOrEqual(4);

  await page.goto('/personnes');
  await page.getByRole('searchbox').fill(name);
  await page.getByRole('link', { name }).first().click();
  await expect(page.getByRole('region', { name: 'Le fil' })).toContainText(sentence);
});

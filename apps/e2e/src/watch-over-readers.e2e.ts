import { accountOf, expect, expectNoBarrier, letters, openFileOf, test } from './journey';

test('a file opened in an emergency is looked at by the data-protection officer, who never learns the name', async ({
  page,
  browser,
  baseURL,
  accounts,
  signIn,
}) => {
  await signIn(page, accountOf(accounts, 'karim.benali'));
  const person = { familyName: 'Vigilance-Essai', givenName: `Nolwenn${letters()}` };
  await openFileOf(page, person);

  const other = await (await browser.newContext({ baseURL: baseURL ?? '', locale: 'fr-FR' })).newPage();
  await signIn(other, accountOf(accounts, 'samira.benali'));
  await other.goto('/personnes');
  await other.getByRole('searchbox').fill(`${person.familyName} ${person.givenName}`);
  await other
    .getByRole('button', { name: /Ouvrir en urgence/ })
    .first()
    .click();
  const words = `Elle est à l’accueil sans logement ce soir, ${letters()}.`;
  await other
    .getByRole('dialog')
    .getByLabel(/urgence/)
    .selectOption('person_present');
  await other
    .getByRole('dialog')
    .getByLabel(/Que se passe-t-il/)
    .fill(words);
  await other.getByRole('dialog').getByRole('button', { name: 'Ouvrir pour 3 heures' }).click();
  await expect(other.getByRole('timer')).toBeVisible();
  await other.context().close();

  const officer = await (await browser.newContext({ baseURL: baseURL ?? '', locale: 'fr-FR' })).newPage();
  const account = accounts.find(({ region, role }) => region === '53' && role === 'data_protection_officer');
  if (!account) throw new Error('no demo account of an officer');
  await signIn(officer, account);
  await expect(officer.getByRole('heading', { level: 1, name: 'Journal et vigilance' })).toBeVisible();
  const line = officer.getByRole('listitem').filter({ hasText: words });
  await expect(line).toContainText('Personne présente');
  await expect(officer.getByRole('main')).not.toContainText(person.givenName);
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    await officer.setViewportSize({ width, height: 860 });
    await officer.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectNoBarrier(officer);
    expect(await officer.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await officer.setViewportSize({ width: 1280, height: 860 });
  await line.getByRole('button', { name: 'Examiner' }).click();
  await officer.getByRole('dialog').getByLabel('Non justifiée').check();
  await officer.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await expect(officer.getByRole('dialog').getByRole('alert').first()).toBeVisible();
  await officer.getByRole('dialog').getByLabel('Quelques mots').fill('La personne était suivie au CIO.');
  await expectNoBarrier(officer);
  await officer.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await expect(line).toHaveCount(0);
  await officer.getByRole('button', { name: 'Examinées' }).click();
  await expect(officer.getByRole('listitem').filter({ hasText: words })).toContainText('Non justifiée');

  await officer.getByRole('link', { name: 'Journal', exact: true }).click();
  await expect(officer.getByRole('table')).toBeVisible();
  await officer.getByLabel('Professionnel').fill('benali');
  await officer.getByRole('button', { name: 'Afficher' }).click();
  await expect(officer.getByRole('row').nth(1)).toContainText('Benali');
  await expect(officer.getByRole('main')).not.toContainText(person.givenName);
  await officer.getByRole('link', { name: 'Alertes de lecture' }).click();
  await expect(officer.getByText('Une alerte n’est pas une faute')).toBeVisible();
  await expectNoBarrier(officer);
  await officer.context().close();
});

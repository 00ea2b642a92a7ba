import { accountOf, expect, letters, test } from './journey';
import { tabTo } from './tab-to';

test('without a mouse: sign in, open a file, write an interview, finish it and read it in the thread', async ({ page, accounts }) => {
  test.setTimeout(90_000);
  const author = accountOf(accounts, 'fabrice.joly');
  const person = { familyName: 'Pencréac’h-Essai', givenName: `Ronan${letters()}` };
  await page.goto('/connexion');
  await tabTo(page, page.getByLabel('Adresse e-mail'));
  await page.keyboard.type(author.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(author.password);
  await page.keyboard.press('Enter');
  const day = page.getByRole('heading', { level: 1, name: 'Ma journée' });
  const posts = page.getByRole('heading', { level: 1, name: 'Dans quel poste ?' });
  await expect(day.or(posts)).toBeVisible();
  if (await posts.isVisible()) {
    await expect(page.getByRole('listitem').getByRole('button').first()).toBeFocused();
    await page.keyboard.press('Enter');
  }
  await expect(day).toBeVisible();

  await page.keyboard.press('n');
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { level: 1, name: 'Ouvrir un dossier' })).toBeVisible();
  await tabTo(page, page.getByLabel('Nom de famille'));
  await page.keyboard.type(person.familyName);
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.givenName);
  await page.keyboard.press('Tab');
  await page.keyboard.type('14032005');
  await expect(page.getByRole('textbox', { name: 'Année' })).toHaveValue('2005');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${person.givenName} ${person.familyName}`);

  await page.keyboard.press('e');
  const note = page.getByRole('textbox', { name: 'Note', exact: true });
  await expect(note).toBeFocused();
  await page.keyboard.type('/premier');
  await expect(page.getByRole('option', { name: /Premier accueil/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' devenir charpentier.');
  await page.keyboard.press('Control+Shift+A');
  await page.keyboard.type('Visiter le chantier @personne lundi');
  await expect(page.getByTestId('actions')).toContainText('Visiter le chantier');
  const theme = page.getByRole('checkbox', { name: 'Formation' });
  await tabTo(page, theme);
  await page.keyboard.press('Space');
  await expect(theme).toBeChecked();
  await page.keyboard.press('Control+Shift+R');
  const meeting = page.getByLabel('Jour et heure du prochain rendez-vous');
  await expect(meeting).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByText(/^Entretien finalisé/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Le fil' })).toContainText('devenir charpentier');
});

import { accountOf, expect, test } from './journey';

test('a person of two posts signs in, takes one with Enter, works as the other, and signs out', async ({ page, accounts }) => {
  const nolwenn = accountOf(accounts, 'nolwenn.riou');
  await page.goto('/personnes');
  await expect(page).toHaveURL(/\/connexion/);

  await page.getByLabel('Adresse e-mail').fill(nolwenn.email);
  await page.getByLabel('Mot de passe').fill(nolwenn.password);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Dans quel poste ?' })).toBeVisible();
  const posts = page.getByRole('listitem').getByRole('button');
  await expect(posts).toHaveCount(2);
  await expect(posts.first()).toBeFocused();
  const second = (await posts.nth(1).innerText()).split('·')[0]?.split('\n').at(-1)?.trim() ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Ma journée' })).toBeVisible();

  await page.getByRole('button', { name: /changer de poste/i }).click();
  await page.getByRole('menuitemradio', { name: second }).click();
  await expect(page.getByRole('button', { name: /changer de poste/i }).filter({ hasText: second })).toBeVisible();

  await page.getByRole('button', { name: 'Compte de Nolwenn Riou' }).click();
  await page.getByRole('menuitem', { name: 'Se déconnecter', exact: true }).click();
  await expect(page).toHaveURL(/\/connexion/);

  await page.goto('/journee');
  await expect(page.getByRole('button', { name: 'Se connecter' })).toBeVisible();
});

test('a wrong password and an unknown e-mail are refused with the same sentence', async ({ page, accounts }) => {
  const known = accountOf(accounts, 'christian.floch');
  await page.goto('/connexion');
  for (const email of [known.email, 'personne@nulle-part.demo.relais.example']) {
    await page.getByLabel('Adresse e-mail').fill(email);
    await page.getByLabel('Mot de passe').fill('pas-le-bon-mot-de-passe');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveText(['E-mail ou mot de passe incorrect.']);
    await expect(page.getByLabel('Adresse e-mail')).toHaveValue(email);
    await page.reload();
  }
});

test('one click on an account of the demo opens its day', async ({ page }) => {
  await page.goto('/connexion');
  await page.getByRole('button', { name: /karim\.benali/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ma journée' })).toBeVisible();
});

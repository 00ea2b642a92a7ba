import { Secret, TOTP } from 'otpauth';
import { expect, expectNoBarrier, test } from './journey';

const codeOf = (secret: string, ahead = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead * 30_000 });

test('an administrator signs in with the code of a telephone, and nobody else is asked for one', async ({ page, accounts }) => {
  const administrator = accounts.find(({ region, role }) => region === '53' && role === 'regional_administrator');
  await page.goto('/connexion');
  await page.getByLabel('Adresse e-mail').fill(administrator?.email ?? '');
  await page.getByLabel('Mot de passe').fill(administrator?.password ?? '');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByLabel('Code à six chiffres')).toBeFocused();
  await expectNoBarrier(page);
  await page.getByLabel('Code à six chiffres').fill('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Ce code n’est pas le bon');
  await page.getByLabel('Code à six chiffres').fill(codeOf(administrator?.secret ?? ''));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/pilotage/);
});

test('a unit lead adds a telephone, keeps codes on paper, and ends a forgotten sign-in', async ({
  page,
  browser,
  baseURL,
  accounts,
  signIn,
}) => {
  const account = accounts.find(({ region, role }) => region === '04' && role === 'unit_lead');
  if (!account) throw new Error('no demo account of a unit lead');
  const forgotten = await browser.newPage({ baseURL: baseURL ?? '' });
  await signIn(forgotten, account);
  await signIn(page, account);
  await page.getByRole('button', { name: /Compte de/ }).click();
  await page.getByRole('menuitem', { name: 'Ma sécurité' }).click();
  const signIns = page.getByRole('region', { name: 'Connexions ouvertes' });
  await expect(signIns.getByRole('listitem')).toHaveCount(2);
  await signIns.getByRole('button', { name: /Fermer la connexion/ }).click();
  await expect(signIns.getByRole('listitem')).toHaveCount(1);
  await forgotten.goto('/personnes');
  await expect(forgotten).toHaveURL(/connexion/);
  await forgotten.close();

  await page.getByRole('button', { name: 'Ajouter mon téléphone' }).click();
  const secret = await page.locator('code.secret').innerText();
  await expect(page.getByRole('img', { name: /application d’authentification/ })).toBeVisible();
  await expectNoBarrier(page);
  await page.getByLabel('Code à six chiffres').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Vérifier le code' }).click();
  await expect(page.locator('.codes li')).toHaveCount(8);
  await page.setViewportSize({ width: 390, height: 844 });
  const paper = await page.locator('.codes li').first().innerText();
  await page.getByRole('button', { name: 'Je les ai notés' }).click();
  await expect(page.getByText('8 codes de secours restent')).toBeVisible();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoBarrier(page);
  }

  await page.getByRole('button', { name: 'Tout fermer et me déconnecter' }).click();
  await page.waitForURL(/connexion/);
  await page.getByLabel('Adresse e-mail').fill(account.email);
  await page.getByLabel('Mot de passe').fill(account.password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByLabel('Code à six chiffres').fill(paper);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/(journee|poste)/);
});

test('a counsellor chooses a new password: the guessable one is refused in words, the former one opens no more', async ({
  page,
  accounts,
  signIn,
}) => {
  const account = accounts.filter(({ region, role }) => region === '04' && role === 'counsellor').at(-1);
  if (!account) throw new Error('no demo account of a counsellor');
  await signIn(page, account);
  await page.goto('/securite');
  await page.getByRole('button', { name: 'Changer de mot de passe' }).click();
  const field = page.getByLabel('Nouveau mot de passe');
  await expect(field).toBeFocused();
  await field.fill('LaReunion2026!');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Quatre mots sans lien font l’affaire')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Afficher ce que je tape').check();
  await field.fill('un volcan boit du café');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Votre mot de passe a changé')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Changer de mot de passe' })).toBeFocused();

  await page.getByRole('button', { name: 'Tout fermer et me déconnecter' }).click();
  await page.waitForURL(/connexion/);
  // The list of the demo knows it no more.
  await expect(page.getByText(account.email)).toHaveCount(0);
  await page.getByLabel('Adresse e-mail').fill(account.email);
  await page.getByLabel('Mot de passe').fill(account.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('incorrect');
  await page.getByLabel('Mot de passe').fill('un volcan boit du café');
  await page.keyboard.press('Enter');
  await page.waitForURL(/journee/);
});

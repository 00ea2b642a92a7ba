import type { Page } from '@playwright/test';
import { accountOf, expect, expectNoBarrier, letters, openFileOf, test } from './journey';
import { refer } from './referral-steps';

const CEJ = /ML Rennes, Accueil et Contrat/;

test('two files of one person become one after a second look, a referral that existed twice goes on once, and a merge is undone', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(240_000);
  const karim = await (await browser.newContext()).newPage();
  const yann = await (await browser.newContext()).newPage();
  const words = letters();
  const family = `Kervran${words}`;
  const need = `Trouver une formation, essai ${words}`;

  await signIn(karim, accountOf(accounts, 'karim.benali'));
  const old = await openFileOf(karim, { familyName: family, givenName: 'Maelle' });
  const { path } = await refer(karim, need, CEJ);
  const kept = await openFileOf(karim, { familyName: family, givenName: 'Maëlle' });
  await refer(karim, need, CEJ);

  await signIn(yann, accountOf(accounts, 'yann.lebihan'));
  for (const nth of [0, 1]) await joins(yann, karim, family, nth);

  await karim.goto(`${kept}/comparer?avec=${old.split('/').at(-1) ?? ''}`);
  await karim.getByRole('link', { name: /C’est la même personne/ }).click();
  await karim
    .getByRole('group', { name: /Quel dossier est gardé/ })
    .getByRole('radio', { name: /Maëlle/ })
    .check();
  await expect(karim.getByRole('radio', { name: /Prénom, Maëlle/ })).toBeChecked();
  await expectNoBarrier(karim);
  await karim.getByLabel(/Pourquoi est-ce la même personne/).fill('Même carte d’identité, vue ce matin.');
  await karim.getByRole('button', { name: 'Proposer' }).click();
  await karim.waitForURL(/\/personnes\/reunions\//);
  await expect(karim.getByRole('button', { name: 'Réunir les dossiers' })).toBeHidden();

  await yann.goto('/personnes/reunions');
  await yann.getByRole('link', { name: `Maëlle ${family}` }).click();
  await expect(yann.getByRole('table')).toContainText('Maelle');
  await expectNoBarrier(yann);
  await yann.getByRole('button', { name: 'Réunir les dossiers' }).click();
  await expect(yann.getByText('Les deux dossiers n’en font plus qu’un')).toBeVisible({ timeout: 20_000 });
  await expect(yann.getByText('1 orientation existait deux fois')).toBeVisible();

  await karim.goto(path);
  await expect(karim.getByRole('main')).toContainText('remplacée');
  await karim.getByRole('link', { name: 'Ouvrir l’orientation qui continue' }).click();
  await expect(karim.getByRole('heading', { level: 1 })).toBeVisible();
  expect(karim.url()).not.toContain(path);
  await karim.goto(old);
  await expect(karim.getByRole('heading', { level: 1 })).toContainText(`Maëlle ${family}`);

  await yann.getByRole('button', { name: 'Séparer les dossiers' }).click();
  await expect(yann.getByText('Les deux dossiers sont de nouveau séparés')).toBeVisible({ timeout: 20_000 });
  await expect(yann.getByText('1 orientation qui existait deux fois reste close')).toBeVisible();
  await karim.goto(old);
  await expect(karim.getByRole('heading', { level: 1 })).toContainText(`Maelle ${family}`);
  await karim.goto(path);
  await expect(karim.getByRole('main')).toContainText('remplacée');
});

/** Asks for the link to one of the people of a name, and has it granted. */
async function joins(asker: Page, owner: Page, family: string, nth: number): Promise<void> {
  await asker.goto('/personnes');
  const answered = asker.waitForResponse('**/api/beneficiary-searches');
  await asker.getByRole('searchbox').fill(family);
  await answered;
  await asker.locator('rl-index-card').nth(0).waitFor();
  await asker
    .getByRole('button', { name: /Demander le lien/ })
    .first()
    .click();
  const dialog = asker.getByRole('dialog');
  await dialog.getByLabel(/Pourquoi/).fill(`Elle vient d’entrer en contrat d’engagement, demande ${nth + 1}.`);
  await dialog.getByRole('button', { name: 'Demander le lien' }).click();
  await expect(asker.getByText('en attente de réponse').first()).toBeVisible();
  await owner.goto('/personnes/liens');
  const line = owner
    .getByRole('listitem')
    .filter({ hasText: family })
    .filter({ hasText: `demande ${nth + 1}` });
  await line.getByRole('button', { name: /Accorder/ }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Accorder' }).click();
  await expect(owner.locator('rl-toasts')).toContainText('Lien accordé');
}

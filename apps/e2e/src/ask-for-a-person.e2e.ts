import type { Page } from '@playwright/test';
import { Actions } from './actions';
import { accountOf, expect, expectNoBarrier, letters, openFileOf, test } from './journey';
import { lineOf, meet, move, sendFromComposer } from './referral-steps';

const story = (page: Page) => page.getByRole('region', { name: 'Ce qui s’est passé' });
const head = (page: Page) => page.locator('rl-referral-head');

/** Meets a person whose file is elsewhere, and asks their team for them; resolves to the address of what was asked. */
async function claim(page: Page, givenName: string, familyName: string, need: string): Promise<string> {
  await page.goto('/personnes');
  await page.getByRole('searchbox').fill(`${givenName} ${familyName}`);
  const card = page.locator('rl-index-card').first();
  await expect(card).toContainText('2005');
  await expect(page.getByRole('main')).not.toContainText(familyName);
  await card.getByRole('button', { name: /Demander à l’accompagner/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Demander à l’accompagner' })).toBeDisabled();
  await dialog.getByLabel('Que demande la personne ?').fill(need);
  await dialog.getByLabel('Thème').selectOption('training');
  await dialog.getByText('Elle est d’accord', { exact: true }).click();
  await expectNoBarrier(page);
  await dialog.getByRole('button', { name: 'Demander à l’accompagner' }).click();
  await page.waitForURL(/\/orientations\//);
  return new URL(page.url()).pathname;
}

test('a team asks for a person it has met: the team that accompanies decides, once no, once yes, and the file opens to the first contact', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(240_000);
  const [owner, asker] = await Promise.all([1, 2].map(async () => (await browser.newContext()).newPage()));
  if (!owner || !asker) throw new Error('two pages');
  const words = letters();
  const familyName = `Kervadec${words}`;
  const need = `Entrer en apprentissage, essai ${words}`;
  await signIn(owner, accountOf(accounts, 'karim.benali'));
  const file = await openFileOf(owner, { familyName, givenName: 'Titouan' });

  await signIn(asker, accountOf(accounts, 'samira.benali'));
  const path = await claim(asker, 'Titouan', familyName, need);
  await expect(head(asker)).toContainText('demande de la structure');
  await expect(asker.getByRole('main')).toContainText('Le dossier partagé s’ouvre si');
  await expect(asker.getByRole('main')).not.toContainText(familyName);
  await lineOf(asker, need, 'sent');

  await (await lineOf(owner, need)).click();
  await owner.goto(path);
  await expect(head(owner)).toContainText(familyName);
  await move(owner, 'Poser une question', { words: 'L’avez-vous vu cette semaine ?', send: 'Envoyer la question' });
  await asker.goto(path);
  await move(asker, 'Répondre à la question', { words: 'Oui, mardi.', send: 'Envoyer la réponse' });
  await owner.goto(path);
  await expect(story(owner)).toContainText('Oui, mardi.');
  await owner.getByRole('region', { name: 'Gestes possibles' }).getByRole('button', { name: 'Accepter', exact: true }).click();
  await expect(owner.getByRole('dialog')).toContainText('le dossier partagé s’ouvre à cette équipe');
  await expectNoBarrier(owner);
  await owner.getByRole('dialog').getByRole('button', { name: 'Accepter et ouvrir le dossier' }).click();
  await expect(head(owner)).toContainText('acceptée');

  await asker.goto(path);
  await expect(head(asker)).toContainText(familyName);
  await meet(asker, file, `Premier échange, ${words}.`);
  await expect(async () => {
    await asker.goto(path);
    await expect(story(asker)).toContainText('Premier contact constaté', { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });

  const other = `Kergoat${words}`;
  await openFileOf(owner, { familyName: other, givenName: 'Maëlle' });
  const second = await claim(asker, 'Maëlle', other, `${need} bis`);
  await owner.goto(second);
  await owner.getByRole('region', { name: 'Gestes possibles' }).getByRole('button', { name: 'Décliner', exact: true }).click();
  const dialog = owner.getByRole('dialog');
  await expect(dialog.getByLabel('Où sinon ?')).toHaveCount(0);
  await dialog.getByLabel('Pourquoi').selectOption('person_does_not_want');
  await dialog.getByRole('button', { name: 'Décliner', exact: true }).click();
  await expect(head(owner)).toContainText('déclinée');
  await asker.goto(second);
  await expect(head(asker)).toContainText('déclinée');
  await expect(asker.getByRole('main')).not.toContainText(other);
});

test('a person asks for a team that they chose: it is written for them, and that team decides', async ({ browser, accounts, signIn }) => {
  test.setTimeout(180_000);
  const [sender, receiver] = await Promise.all([1, 2].map(async () => (await browser.newContext()).newPage()));
  if (!sender || !receiver) throw new Error('two pages');
  const words = letters();
  const need = `Être aidé pour son permis, essai ${words}`;
  await signIn(sender, accountOf(accounts, 'karim.benali'));
  await openFileOf(sender, { familyName: `Demandeur ${words}`, givenName: 'Solal' });
  await sender.getByRole('link', { name: /^orienter$/i }).click();
  await sender.getByLabel('Et vous ?').selectOption('self');
  await expect(sender.getByRole('main')).toContainText('La personne a choisi cette équipe');
  await expectNoBarrier(sender);
  const path = await sendFromComposer(sender, new Actions(sender), need, /ML Rennes, Accueil et Contrat/);
  await expect(head(sender)).toContainText('à la demande de la personne');

  await signIn(receiver, accountOf(accounts, 'yann.lebihan'));
  await (await lineOf(receiver, need)).click();
  await receiver.goto(path);
  await move(receiver, 'Accepter');
  await receiver.getByRole('dialog').getByRole('button', { name: 'Accepter et s’engager' }).click();
  await expect(head(receiver)).toContainText('acceptée');
  await sender.goto(path);
  await expect(head(sender)).toContainText('acceptée');
  await move(sender, 'Demander l’arrêt', { choice: 'a déménagé', words: 'Il part chez son oncle.', send: 'Demander l’arrêt' });
  await receiver.goto(path);
  await move(receiver, 'Confirmer l’arrêt');
  await expect(head(receiver)).toContainText('arrêtée');
});

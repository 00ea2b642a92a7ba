import type { Page } from '@playwright/test';
import { accountOf, expect, expectNoBarrier, letters, openFileOf, test } from './journey';
import { meet, move, refer } from './referral-steps';

const CEJ = /ML Rennes, Accueil et Contrat/;
const story = (page: Page) => page.getByRole('region', { name: 'Ce qui s’est passé' });
const head = (page: Page) => page.locator('rl-referral-head');
const result = (words: string) => ({ choice: 'en partie couvert', words, send: 'Transmettre le résultat' });

async function accept(page: Page): Promise<void> {
  await move(page, 'Accepter');
  await page.getByRole('dialog').getByRole('button', { name: 'Accepter et s’engager' }).click();
  await expect(head(page)).toContainText('acceptée');
}

test('an accepted referral is completed, paused, taken back, accepted anew and contested before it ends; others are withdrawn or marked as errors', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(240_000);
  const sender = await (await browser.newContext()).newPage();
  const receiver = await (await browser.newContext()).newPage();
  const words = letters();
  await signIn(sender, accountOf(accounts, 'karim.benali'));
  const file = await openFileOf(sender, { familyName: `Chemins ${words}`, givenName: 'Yanis' });
  const { path } = await refer(sender, `Préparer un contrat, essai ${words}`, CEJ);

  await signIn(receiver, accountOf(accounts, 'yann.lebihan'));
  await receiver.goto(path);
  await move(receiver, 'Prendre en main');
  await accept(receiver);

  await sender.goto(path);
  await sender.getByRole('button', { name: 'Compléter le dossier transmis' }).click();
  await expectNoBarrier(sender);
  await sender.keyboard.press('Escape');
  await move(sender, 'Compléter le dossier transmis', { words: 'Il a le permis B.', send: 'Transmettre le complément' });
  await expect(sender.getByText('complément n° 1')).toBeVisible();

  await receiver.goto(path);
  await expect(receiver.getByText('complément n° 1')).toBeVisible();
  await expect(receiver.locator('rl-packet-sheet')).toContainText('Il a le permis B.');
  await move(receiver, 'Mettre en pause', { words: 'En stage deux semaines.', send: 'Mettre en pause' });
  await expect(head(receiver)).toContainText('en pause');
  await expect(story(receiver)).toContainText('Reprise prévue le');
  await move(receiver, 'Reprendre');
  await move(receiver, 'Revenir sur l’acceptation', { words: 'Mauvaise équipe.', send: 'Revenir sur l’acceptation' });
  await expect(head(receiver)).toContainText('reçue');
  await accept(receiver);
  await meet(receiver, file, `Premier échange, ${words}.`);
  await receiver.goto(path);
  await expect(async () => {
    await receiver.reload();
    await expect(story(receiver)).toContainText('Premier contact constaté', { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await move(receiver, 'Donner le résultat', result('Un atelier suivi.'));
  await expect(story(receiver)).toContainText('Un atelier suivi.');

  await sender.goto(path);
  await expect(story(sender)).toContainText('En stage deux semaines.');
  await expect(story(sender)).toContainText('Acceptation annulée');
  await move(sender, 'Ce n’est pas fini', { words: 'Il attend encore son contrat.', send: 'Dire mon désaccord' });
  await expect(story(sender)).toContainText('Résultat contesté');
  await receiver.goto(path);
  await expect(story(receiver)).toContainText('Il attend encore son contrat.');
  await move(receiver, 'Donner le résultat', result('Contrat signé hier.'));
  await expect(story(receiver)).toContainText('Contrat signé hier.');
  await sender.goto(path);
  await expect(sender.getByRole('button', { name: 'Ce n’est pas fini' })).toHaveCount(0);
  await move(sender, 'Lu : clore l’orientation');
  await expect(head(sender)).toContainText('aboutie');
  await expectNoBarrier(sender);

  await openFileOf(sender, { familyName: `Renoncé ${words}`, givenName: 'Maëlle' });
  await refer(sender, `Être conseillé, essai ${words}`, CEJ);
  await move(sender, 'Retirer', { words: 'Il a changé d’avis.', send: 'Retirer l’orientation' });
  await expect(head(sender)).toContainText('retirée');
  await openFileOf(sender, { familyName: `Égaré ${words}`, givenName: 'Titouan' });
  await refer(sender, `Se loger, essai ${words}`, CEJ);
  await move(sender, 'Signaler une erreur', { words: 'Saisie pour une autre personne.', send: 'Signaler l’erreur' });
  await expect(head(sender)).toContainText('erreur');
  await expect(story(sender)).toContainText('Saisie pour une autre personne.');
});

import type { Page } from '@playwright/test';
import { accountOf, expect, expectNoBarrier, letters, openFileOf, test } from './journey';
import { lineOf, move, refer } from './referral-steps';

const LYON = /ML Lyon, Accueil et Contrat/;
const story = (page: Page) => page.getByRole('region', { name: 'Ce qui s’est passé' });

/** Opens the case of a need on the coordinator's screen with the keyboard alone; what shows there never names the person. */
async function openCase(page: Page, why: string, need: string, words: string): Promise<void> {
  await page.goto(`/coordination?pourquoi=${why}`);
  const line = page.getByRole('listitem').filter({ hasText: need });
  await expect(line).toBeVisible({ timeout: 20_000 });
  await line.getByRole('link').focus();
  await page.keyboard.press('Enter');
  await expect(story(page)).toBeVisible();
  await expect(page.locator('body')).not.toContainText(new RegExp(`(Vérifié|Contrôlé) ${words}`));
}

/** Declines from the referral's page, with the first other place that the list offers. */
async function decline(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await move(page, 'Décliner');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Pourquoi').selectOption('wrong_public');
  await dialog.getByRole('button', { name: 'Décliner', exact: true }).click();
  await expect(page.locator('rl-referral-head')).toContainText('refus à valider');
}

test('the coordinator checks what leaves, returns a decline once, then confirms it or sends the request elsewhere, and meets no name', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(240_000);
  const [sender, receiver, coordinator] = await Promise.all([1, 2, 3].map(async () => (await browser.newContext()).newPage()));
  if (!sender || !receiver || !coordinator) throw new Error('three pages');
  const words = letters();
  const [first, second] = [`Découvrir un métier, essai ${words}`, `Trouver un logement, essai ${words}`];

  await signIn(sender, accountOf(accounts, 'mehdi.ferhat'));
  await openFileOf(sender, { familyName: `Vérifié ${words}`, givenName: 'Lilou' });
  const paths = [(await refer(sender, first, LYON)).path];
  await expect(sender.locator('rl-referral-head')).toContainText('retenue');
  await expect(sender.locator('rl-referral-wait')).toContainText('coordination régionale');
  await openFileOf(sender, { familyName: `Contrôlé ${words}`, givenName: 'Anouk' });
  paths.push((await refer(sender, second, LYON)).path);
  const [one = '', other = ''] = paths;

  await signIn(coordinator, accountOf(accounts, 'thomas.charvet'));
  for (const need of [first, second]) {
    await openCase(coordinator, 'check', need, words);
    await move(coordinator, 'Libérer');
    await expect(story(coordinator)).toContainText('Libérée');
  }

  await signIn(receiver, accountOf(accounts, 'sebastien.perret'));
  await lineOf(receiver, first);
  await decline(receiver, one);
  await decline(receiver, other);

  await openCase(coordinator, 'decline', first, words);
  await expect(coordinator.locator('rl-side-panel')).toContainText('public non concerné');
  await expectNoBarrier(coordinator);
  await move(coordinator, 'Renvoyer le refus', { words: 'La personne a l’âge du contrat.', send: 'Renvoyer le refus' });
  await openCase(coordinator, 'decline', second, words);
  await move(coordinator, 'Confirmer le refus', { words: 'Le logement relève d’un autre service.', send: 'Confirmer le refus' });
  await expect(story(coordinator)).toContainText('Refus confirmé');

  await decline(receiver, one);
  await expect(story(receiver)).toContainText('La personne a l’âge du contrat.');
  await openCase(coordinator, 'decline', first, words);
  await expect(coordinator.getByRole('button', { name: 'Renvoyer le refus' })).toHaveCount(0);
  await move(coordinator, 'Réorienter');
  const dialog = coordinator.getByRole('dialog');
  const elsewhere = dialog.getByRole('option', { name: /ML Lyon, Projet et formation/ });
  await dialog.getByLabel('Vers quelle structure ?').selectOption((await elsewhere.getAttribute('value')) ?? '');
  await dialog.getByLabel('Pourquoi').fill('L’autre équipe reçoit ce public.');
  await expectNoBarrier(coordinator);
  await dialog.getByRole('button', { name: 'Réorienter', exact: true }).click();
  await expect(story(coordinator)).toContainText('L’autre équipe reçoit ce public.');

  await receiver.goto(one);
  await expect(story(receiver)).toContainText('L’autre équipe reçoit ce public.');
  await sender.goto(other);
  await expect(sender.locator('rl-referral-head')).toContainText('déclinée');
  await expect(story(sender)).toContainText('Le logement relève d’un autre service.');
  await sender.goto(one);
  await expect(sender.locator('rl-referral-head')).toContainText('réorientée');
  await expect(story(sender)).toContainText('L’autre équipe reçoit ce public.');
  const chain = sender.getByRole('region', { name: 'Avant et après' });
  await expect(chain).toContainText('brouillon');
  await chain.getByRole('link', { name: /ML Lyon, Projet et formation/ }).click();
  await expect(sender.getByRole('link', { name: 'Reprendre le brouillon' })).toBeVisible();
});

import { Actions } from './actions';
import { accountOf, expect, expectNoBarrier, letters, openFileOf, test } from './journey';
import { lineOf, meet, move, refer } from './referral-steps';

/** Goals of the screens. Source: experience.md §4, G3 and G4. */
const REFER = 8;
const ACCEPT_WITH_SLOT = 4;
const CEJ = /ML Rennes, Accueil et Contrat/;

test('a person is referred, received with a first meeting, met, and the sender closes the loop knowing what became of it', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(180_000);
  const sender = await (await browser.newContext()).newPage();
  const receiver = await (await browser.newContext()).newPage();
  const words = letters();
  const need = `Rejoindre un accompagnement renforcé, essai ${words}`;

  await signIn(sender, accountOf(accounts, 'karim.benali'));
  const file = await openFileOf(sender, { familyName: `Relayé ${words}`, givenName: 'Camille' });
  const { path, actions } = await refer(sender, need, CEJ);
  expect(actions).toBeLessThanOrEqual(REFER);
  await expect(sender.locator('rl-referral-wait')).toContainText('La suite est attendue de');
  await expectNoBarrier(sender);

  await signIn(receiver, accountOf(accounts, 'yann.lebihan'));
  await (await lineOf(receiver, need)).focus();
  const acts = new Actions(receiver);
  await acts.press('Shift+A');
  const dialog = receiver.getByRole('dialog');
  await expect(dialog.locator('rl-slot-finder label.slot')).toHaveCount(3);
  await acts.press('1');
  await expectNoBarrier(receiver);
  await acts.click(dialog.getByRole('button', { name: 'Accepter avec ce rendez-vous' }));
  expect(acts.count).toBeLessThanOrEqual(ACCEPT_WITH_SLOT);
  await expect(receiver.locator('rl-toasts')).toContainText(`Acceptée : Camille Relayé ${words}`);
  // Leaving the page sends the verdict at once.
  await receiver.getByRole('link', { name: 'Ma journée' }).click();
  await lineOf(receiver, need, 'to_contact');

  await sender.goto('/avis');
  await expect(sender.getByText(/accept/i).first()).toBeVisible({ timeout: 20_000 });
  await expectNoBarrier(sender);

  await meet(receiver, file, `Premier échange, ${words}.`);
  await receiver.goto(path);
  const story = receiver.getByRole('region', { name: 'Ce qui s’est passé' });
  await expect(async () => {
    await receiver.reload();
    await expect(story).toContainText('Premier contact constaté', { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await move(receiver, 'Donner le résultat', { choice: 'besoin couvert', words: 'Elle commence lundi.', send: 'Transmettre le résultat' });
  await expect(story).toContainText('besoin couvert');

  await sender.goto(path);
  await move(sender, 'Lu : clore l’orientation');
  await expect(sender.locator('rl-referral-head')).toContainText('aboutie');
  await expect(sender.getByRole('region', { name: 'Ce qui s’est passé' })).toContainText('Elle commence lundi.');
  await expectNoBarrier(sender);
});

import { Actions } from './actions';
import { accountOf, expect, expectNoBarrier, letters, openFileOf, test } from './journey';
import { lineOf, move, refer, sendFromComposer } from './referral-steps';

/** Source: experience.md §4, G4. */
const DECLINE_WITH_ALTERNATIVE = 5;
const CEJ = /ML Rennes, Accueil et Contrat/;
const CEP = 'CEP Bretagne, Conseillers Est';

test('a declined referral comes back with another destination, and is accepted there; the chain tells its story', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(180_000);
  const [sender, first, second] = await Promise.all([1, 2, 3].map(async () => (await browser.newContext()).newPage()));
  if (!sender || !first || !second) throw new Error('three pages');
  const words = letters();
  const need = `Faire le point sur son avenir, essai ${words}`;

  await signIn(sender, accountOf(accounts, 'karim.benali'));
  await openFileOf(sender, { familyName: `Ailleurs ${words}`, givenName: 'Malo' });
  const { path } = await refer(sender, need, CEJ);

  await signIn(first, accountOf(accounts, 'yann.lebihan'));
  await (await lineOf(first, need)).focus();
  const acts = new Actions(first);
  await acts.press('d');
  const dialog = first.getByRole('dialog');
  await expect(dialog.getByRole('option', { name: new RegExp(CEP) })).toBeAttached();
  await expectNoBarrier(first);
  const [reason, alternative] = [dialog.getByLabel('Pourquoi'), dialog.getByLabel('Où sinon ?')];
  await reason.selectOption('wrong_public');
  const offered = dialog.getByRole('option', { name: new RegExp(CEP) });
  await alternative.selectOption((await offered.getAttribute('value')) ?? '');
  await acts.click(dialog.getByRole('button', { name: 'Décliner', exact: true }));
  expect(acts.count + 2).toBeLessThanOrEqual(DECLINE_WITH_ALTERNATIVE);
  await expect(first.locator('rl-toasts')).toContainText('Déclinée');
  await first.getByRole('link', { name: 'Ma journée' }).click();

  await sender.goto(path);
  await expect(async () => {
    await sender.reload();
    await expect(sender.getByRole('heading', { name: 'Et maintenant ?' })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expectNoBarrier(sender);
  await sender.getByRole('link', { name: `Orienter vers ${CEP}` }).click();
  await expect(sender.getByText(/Suite de l’orientation vers ML Rennes/)).toContainText('public non concerné');
  await sendFromComposer(sender, new Actions(sender));
  await expect(sender.getByRole('region', { name: 'Avant et après' })).toContainText('déclinée · public non concerné');

  await signIn(second, accountOf(accounts, 'christian.floch'));
  await (await lineOf(second, need)).click();
  const panel = second.locator('rl-side-panel');
  await panel.getByRole('link', { name: 'Ouvrir en pleine page' }).click();
  await move(second, 'Prendre en main');
  await move(second, 'Accepter');
  await second.getByRole('dialog').getByRole('button', { name: 'Accepter et s’engager' }).click();
  await expect(second.locator('rl-referral-head')).toContainText('acceptée');
});

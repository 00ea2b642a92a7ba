import { Actions } from './actions';
import { askDatabase } from './ask-database';
import { accountOf, expect, expectNoBarrier, letters, openFileOf, test } from './journey';
import { destination, lineOf, move, sendFromComposer } from './referral-steps';

/** A team that no other journey refers to: its places would be in their way. Its lead has the password of the demo. */
const TEAM = /ML Rennes, Projet et formation/;
const LEAD = `
  select a.email from auth.account a join auth.account_post p on p.account_id = a.id
    join app.unit u on u.region = '53' and u.id = p.unit_id join app.operator o on o.region = '53' and o.id = u.operator_id
  where p.region = '53' and p.active and p.role = 'unit_lead' and u.name = 'Projet et formation' and o.short_name = 'ML Rennes'`;

test('a team announces its places, the sender reads them and names a second choice; full, the team declines and the second choice is ready', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(240_000);
  const [sender, receiver] = await Promise.all([1, 2].map(async () => (await browser.newContext()).newPage()));
  if (!sender || !receiver) throw new Error('two pages');
  const words = letters();
  const need = `Trouver une place, essai ${words}`;
  const [lead] = await askDatabase<{ email: string }>(LEAD);
  if (!lead) throw new Error('the team has no lead');
  await signIn(receiver, { ...accountOf(accounts, 'yann.lebihan'), ...lead });
  await signIn(sender, accountOf(accounts, 'karim.benali'));
  await openFileOf(sender, { familyName: `Placé ${words}`, givenName: 'Nolan' });
  await sender.getByRole('link', { name: /^orienter$/i }).click();
  await sender.getByLabel(/de quoi la personne a-t-elle besoin/i).fill(need);
  await destination(sender, TEAM).click();
  await sender.getByText('Et si ce n’est pas possible ?').click();
  const other = sender.getByLabel('Ajouter une destination').getByRole('option', { name: /CEP Bretagne, Conseillers Est/ });
  await sender.getByLabel('Ajouter une destination').selectOption((await other.getAttribute('value')) ?? '');
  await expect(sender.getByRole('listitem').filter({ hasText: 'CEP Bretagne, Conseillers Est' })).toBeVisible();
  // A field half under the bar at the top would count as too small to touch.
  await sender.evaluate(() => window.scrollTo(0, 0));
  await expectNoBarrier(sender);
  const path = await sendFromComposer(sender, new Actions(sender));

  await (await lineOf(receiver, need)).click();
  const panel = receiver.locator('rl-side-panel');
  const tell = async (places: string): Promise<void> => {
    await panel.getByRole('button', { name: 'Mettre à jour' }).click();
    await panel.getByLabel(/Combien de personnes/).fill(places);
    await panel.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(receiver.locator('rl-toasts')).toContainText('Places mises à jour');
  };
  await tell('0');
  await expect(panel).toContainText('plus de place');
  await expectNoBarrier(receiver);
  await receiver.goto(path);
  await move(receiver, 'Accepter');
  await receiver.getByRole('dialog').getByRole('button', { name: 'Accepter et s’engager' }).click();
  await expect(receiver.getByRole('main')).toContainText('Il n’y a plus de place');
  await move(receiver, 'Décliner');
  await receiver.getByRole('dialog').getByRole('button', { name: 'Décliner', exact: true }).click();
  await expect(receiver.locator('rl-referral-head')).toContainText('déclinée');

  await sender.goto(path);
  await sender.getByRole('link', { name: 'Orienter vers CEP Bretagne, Conseillers Est' }).click();
  await sender.getByLabel('Filtrer les structures').fill('Projet et formation');
  await expect(destination(sender, TEAM)).toContainText('plus de place');
  await expect(sender.getByLabel(/de quoi la personne a-t-elle besoin/i)).toHaveValue(need);

  await openFileOf(sender, { familyName: `Rendu ${words}`, givenName: 'Nolan' });
  await sender.getByRole('link', { name: /^orienter$/i }).click();
  await sender.getByLabel(/de quoi la personne a-t-elle besoin/i).fill(`${need} encore`);
  await sender.getByLabel('Filtrer les structures').fill('Projet et formation');
  await destination(sender, TEAM).click();
  await sendFromComposer(sender, new Actions(sender));
  await (await lineOf(receiver, `${need} encore`)).click();
  await tell('');
  await expect(panel).toContainText('Non renseignées');
});

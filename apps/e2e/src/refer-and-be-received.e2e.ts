import { accountOf, expect, expectNoBarrier, letters, openFileOf, test } from './journey';

test('a person is referred, received by the other operator, and the sender reads what became of it', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(120_000);
  const sender = await (await browser.newContext()).newPage();
  const receiver = await (await browser.newContext()).newPage();
  const words = letters();
  const need = `Rejoindre un accompagnement renforcé, essai ${words}`;

  await signIn(sender, accountOf(accounts, 'karim.benali'));
  await openFileOf(sender, { familyName: `Relayé ${words}`, givenName: 'Camille' });
  await sender.getByRole('link', { name: /^orienter$/i }).click();
  await sender.getByLabel(/de quoi la personne a-t-elle besoin/i).fill(need);
  await sender.getByLabel(/filtrer les structures/i).fill('ML Rennes');
  await sender
    .getByRole('button', { name: /ML Rennes, Accueil et Contrat/i })
    .first()
    .click();
  await sender.getByRole('button', { name: /voir ce qui sera partagé/i }).click();
  await expect(sender.locator('rl-packet-sheet')).toContainText(need);
  await expectNoBarrier(sender);
  await sender.getByRole('button', { name: /^envoyer$/i }).click();
  await sender.waitForURL(/\/orientations\//);

  await signIn(receiver, accountOf(accounts, 'yann.lebihan'));
  await receiver.goto('/boite');
  const line = receiver.getByRole('listitem').filter({ hasText: need });
  await line.getByRole('link').click();
  const panel = receiver.locator('rl-side-panel');
  await panel.getByRole('button', { name: 'Prendre en main' }).click();
  await expect(panel.locator('rl-packet-sheet')).toContainText(need);
  await panel.getByRole('button', { name: 'Accepter', exact: true }).click();
  await expect(receiver.getByRole('dialog')).toContainText(/qui s’en charge/i);
  await expectNoBarrier(receiver);
  await receiver.getByRole('button', { name: /accepter et s’engager/i }).click();
  await expect(receiver.locator('rl-toasts')).toContainText(/^acceptée/i);
  // Leaving the page sends the verdict at once.
  await receiver.goto('/journee');

  await sender.goto('/avis');
  await expect(sender.getByText(/orientation acceptée/i).first()).toBeVisible({ timeout: 20_000 });
  await expectNoBarrier(sender);
});

import type { Page } from '@playwright/test';
import { Actions } from './actions';
import { accountOf, expect, expectNoBarrier, letters, openFileOf, test } from './journey';
import { lineOf, meet, sendFromComposer } from './referral-steps';

const CEJ = /ML Rennes, Accueil et Contrat/;
const SIZES = [
  { width: 1280, height: 860 },
  { width: 390, height: 844 },
] as const;

test('the lead goes over at the first contact: both act until then, and the former lead still reads for thirty days', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(240_000);
  const sender = await (await browser.newContext()).newPage();
  const receiver = await (await browser.newContext()).newPage();
  const words = letters();
  const need = `Passer le relais, essai ${words}`;

  await signIn(sender, accountOf(accounts, 'karim.benali'));
  const file = await openFileOf(sender, { familyName: `Relayé ${words}`, givenName: 'Camille' });
  await sender.getByRole('link', { name: /^orienter$/i }).click();
  await sender.getByLabel('Et vous ?').selectOption('redirect');
  const path = await sendFromComposer(sender, new Actions(sender), need, CEJ);

  await signIn(receiver, accountOf(accounts, 'yann.lebihan'));
  await (await lineOf(receiver, need)).focus();
  await receiver.keyboard.press('Shift+A');
  const dialog = receiver.getByRole('dialog');
  await dialog.locator('rl-slot-finder label.slot').first().click();
  await dialog.getByRole('button', { name: 'Accepter avec ce rendez-vous' }).click();
  await expect(receiver.locator('rl-toasts')).toContainText('Acceptée');
  await receiver.getByRole('link', { name: 'Ma journée' }).click();
  await lineOf(receiver, need, 'to_contact');

  for (const page of [sender, receiver]) {
    await page.goto(path);
    const panel = panelOf(page);
    await expect(panel).toContainText('à deux');
    await expect(panel).toContainText('Les deux équipes peuvent agir');
    await page.goto(file);
    await expect(panelOf(page)).toContainText('Les deux équipes peuvent agir');
  }
  await expectNoBarrierAnywhere(sender);

  await panelOf(receiver).getByRole('button', { name: 'La note de relais' }).click();
  const note = receiver.getByRole('dialog').getByRole('textbox');
  await expect(note).toHaveValue(/POUR JOINDRE LA PERSONNE/);
  await note.fill('Relu avec elle.');
  await expectNoBarrier(receiver);
  await receiver.keyboard.press('Escape');
  await expect(panelOf(receiver).getByText('Ce qui n’est pas possible maintenant')).toBeVisible();

  await panelOf(sender).getByRole('button', { name: 'Reprendre le relais' }).click();
  await expect(sender.getByRole('dialog')).toContainText('reste le référent');
  await expectNoBarrier(sender);
  await sender.keyboard.press('Escape');

  await meet(receiver, file, `Premier échange, ${words}.`);
  for (const page of [sender, receiver]) {
    await expect(async () => {
      await page.goto(file);
      await expect(panelOf(page)).toContainText('suivi au chaud', { timeout: 3_000 });
    }).toPass({ timeout: 40_000 });
    await expect(page.locator('.page-head')).toContainText(/Yann Le Bihan/i);
    await expect(panelOf(page)).toContainText('peut encore lire et compléter le dossier jusqu’au');
  }
  await expectNoBarrierAnywhere(sender);
});

function panelOf(page: Page) {
  return page.getByRole('region', { name: 'Passage de relais' });
}

/** The page as it stands, in both themes, on a desk and on a phone. */
async function expectNoBarrierAnywhere(page: Page): Promise<void> {
  for (const size of SIZES)
    for (const theme of ['light', 'dark'] as const) {
      await page.setViewportSize(size);
      await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
      await expectNoBarrier(page);
    }
}

/** Proposes the lead of the open file to a colleague. */
async function propose(page: Page, to: string, why: string): Promise<void> {
  await page.getByRole('button', { name: 'Passer le relais' }).click();
  const dialog = page.getByRole('dialog');
  const who = dialog.getByLabel('Qui ?');
  await who.selectOption({ label: (await who.locator('option').filter({ hasText: to }).textContent())?.trim() ?? '' });
  await dialog.getByLabel('Pourquoi passer le relais ?').fill(why);
  await expectNoBarrier(page);
  await dialog.getByRole('button', { name: 'Proposer', exact: true }).click();
  await expect(page.locator('rl-toasts')).toContainText('Relais proposé');
}

test('a handover is proposed to a colleague, who is told, refuses once, takes it the next time, and leads', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(180_000);
  const [giver, taker] = await Promise.all([1, 2].map(async () => (await browser.newContext()).newPage()));
  if (!giver || !taker) throw new Error('two pages');
  const words = letters();
  const name = `Transmis ${words}`;
  await signIn(giver, accountOf(accounts, 'nolwenn.riou'));
  await giver.goto('/poste');
  await giver.locator('button.post').filter({ hasText: 'Accueil et Contrat' }).click();
  await giver.waitForURL(/\/journee/);
  const file = await openFileOf(giver, { familyName: name, givenName: 'Elouan' });
  await propose(giver, 'Yann Le Bihan', 'Je change de quartier.');
  await expect(panelOf(giver)).toContainText('n’a pas encore répondu');

  await signIn(taker, accountOf(accounts, 'yann.lebihan'));
  await taker.goto('/avis');
  const notice = taker.getByRole('listitem').filter({ hasText: name });
  await expect(notice).toContainText('Un relais vous est proposé', { timeout: 20_000 });
  await notice.getByRole('button', { name: 'Répondre' }).click();
  await taker.waitForURL(file);
  await expect(panelOf(taker)).toContainText('Je change de quartier.');
  await expectNoBarrierAnywhere(taker);
  await panelOf(taker).getByRole('button', { name: 'Ne pas prendre le relais' }).click();
  await taker.getByRole('dialog').getByRole('textbox').fill('Déjà cent dossiers.');
  await taker.getByRole('dialog').getByRole('button', { name: 'Refuser' }).click();
  await expect(panelOf(taker)).toContainText('refusé');

  await giver.goto(file);
  await expect(panelOf(giver)).toContainText('Déjà cent dossiers.');
  await propose(giver, 'Yann Le Bihan', 'Vue avec lui ce matin.');
  await taker.goto(file);
  await panelOf(taker).getByRole('button', { name: 'Prendre le relais', exact: true }).click();
  await expect(taker.getByRole('dialog')).toContainText('devient le référent');
  await taker.getByRole('dialog').getByRole('button', { name: 'Prendre le relais' }).click();
  await expect(panelOf(taker)).toContainText('suivi au chaud');
  await expect(taker.locator('.page-head')).toContainText('Yann Le Bihan');
  await giver.goto('/avis');
  await expect(giver.getByRole('listitem').filter({ hasText: name }).first()).toContainText(/Le référent a changé|Relais accepté/, {
    timeout: 20_000,
  });
});

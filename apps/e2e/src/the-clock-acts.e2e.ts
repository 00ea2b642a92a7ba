import type { Browser, Page } from '@playwright/test';
import { daysGoBy, idOf } from './days-go-by';
import { accountOf, type DemoAccount, expect, expectNoBarrier, type Journey, letters, openFileOf, test } from './journey';
import { made, meet, move, refer } from './referral-steps';

const CEJ = /ML Rennes, Accueil et Contrat/;
const story = (page: Page) => page.getByRole('region', { name: 'Ce qui s’est passé' });
const head = (page: Page) => page.locator('rl-referral-head');

type Sides = { readonly sender: Page; readonly receiver: Page; readonly words: string };

async function bothSides(browser: Browser, accounts: readonly DemoAccount[], signIn: Journey['signIn']): Promise<Sides> {
  const [sender, receiver] = await Promise.all([1, 2].map(async () => (await browser.newContext()).newPage()));
  if (!sender || !receiver) throw new Error('two pages');
  await signIn(sender, accountOf(accounts, 'karim.benali'));
  await signIn(receiver, accountOf(accounts, 'yann.lebihan'));
  return { sender, receiver, words: letters() };
}

/** Refers somebody new; resolves to the addresses of the referral and of the file. */
async function aReferral({ sender, words }: Sides, what: string): Promise<{ path: string; file: string }> {
  const file = await openFileOf(sender, { familyName: `${what} ${words}`, givenName: 'Armel' });
  const { path } = await refer(sender, `${what} : être accompagné, essai ${words}`, CEJ);
  return { path, file };
}

/** A reminder that was given, not one that is to come. */
const reminded = (what: string): RegExp => new RegExp(`Rappel du [^:]+:\\d\\d : ${what}`.replaceAll(' ', '\\s'));

/** Days go by until a page tells that the clock has acted; then the other one reads it too. */
async function bothRead(sides: Sides, path: string, days: number, told: string | RegExp, but = ''): Promise<void> {
  await daysGoBy(days, idOf(path), { but });
  for (const page of [sides.receiver, sides.sender])
    await expect(async () => {
      await page.goto(path);
      await expect(story(page)).toContainText(told, { timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
}

async function engage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await move(page, 'Accepter');
  await made(page, page.getByRole('dialog').getByRole('button', { name: 'Accepter et s’engager' }));
  await expect(head(page)).toContainText('acceptée');
}

test('nobody decides after a claim: the team is reminded, the claim drops, and what stays silent expires', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(180_000);
  const sides = await bothSides(browser, accounts, signIn);
  const { sender, receiver } = sides;

  const claimed = await aReferral(sides, 'Oublié');
  await receiver.goto(claimed.path);
  await move(receiver, 'Prendre en main');
  await expect(head(receiver)).toContainText('reçue');
  await bothRead(sides, claimed.path, 4, reminded('rappel à la structure sollicitée'));
  await bothRead(sides, claimed.path, 4, 'Remise dans la file');
  await expect(head(sender)).toContainText('envoyée');
  await bothRead(sides, claimed.path, 25, 'Expirée');
  await expect(head(receiver)).toContainText('expirée');
  await expect(sender.getByRole('heading', { name: 'Et maintenant ?' })).toBeVisible();
  await expectNoBarrier(sender);
});

test('a claim too late for a decision does not drop: the team is reminded, its lead is alerted, and it expires', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(180_000);
  const sides = await bothSides(browser, accounts, signIn);
  const { sender, receiver } = sides;

  const late = await aReferral(sides, 'Pris trop tard');
  await receiver.goto(late.path);
  await move(receiver, 'Prendre en main');
  await bothRead(sides, late.path, 30, reminded('rappel à la structure sollicitée'), 'status_since');
  await bothRead(sides, late.path, 5, reminded('alerte au responsable et à la coordination'), 'status_since');
  await bothRead(sides, late.path, 5, 'Expirée', 'status_since');
  await expect(story(sender)).not.toContainText('Remise dans la file');
});

test('a question that nobody answers comes back unanswered', async ({ browser, accounts, signIn }) => {
  test.setTimeout(180_000);
  const sides = await bothSides(browser, accounts, signIn);
  const { receiver } = sides;

  const asked = await aReferral(sides, 'Questionné');
  await receiver.goto(asked.path);
  await move(receiver, 'Poser une question', { words: 'Quel diplôme ?', send: 'Envoyer la question' });
  await bothRead(sides, asked.path, 6, 'Revenue sans réponse');
  await expect(head(receiver)).toContainText('reçue');
});

test('a place on the waiting list is looked at again, its lead is alerted, and it expires', async ({ browser, accounts, signIn }) => {
  test.setTimeout(180_000);
  const sides = await bothSides(browser, accounts, signIn);
  const { receiver } = sides;

  const waiting = await aReferral(sides, 'Patient');
  await receiver.goto(waiting.path);
  await move(receiver, 'Liste d’attente', { send: 'Mettre en liste d’attente' });
  await bothRead(sides, waiting.path, 16, reminded('point sur la liste d’attente'));
  await bothRead(sides, waiting.path, 8, reminded('alerte au responsable et à la coordination'));
  await bothRead(sides, waiting.path, 25, 'Expirée');
});

test('nobody meets the person: the clock asks about the first contact, and a stop asked for is confirmed by silence', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(180_000);
  const sides = await bothSides(browser, accounts, signIn);
  const { sender, receiver } = sides;

  const stopped = await aReferral(sides, 'Arrêté');
  await engage(receiver, stopped.path);
  await bothRead(sides, stopped.path, 9, reminded('question : le premier contact a-t-il eu lieu'));
  await expect(head(sender)).toContainText('acceptée');
  await sender.goto(stopped.path);
  await move(sender, 'Demander l’arrêt', { choice: 'a déménagé', words: 'Parti à Brest.', send: 'Demander l’arrêt' });
  await bothRead(sides, stopped.path, 6, 'Arrêt confirmé par silence');
  await expect(head(sender)).toContainText('arrêtée');
});

test('nobody says more after the first contact: the clock asks, offers to resume, and closes what is not read again', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(240_000);
  const sides = await bothSides(browser, accounts, signIn);
  const { sender, receiver, words } = sides;

  const met = await aReferral(sides, 'Rencontré');
  await engage(receiver, met.path);
  await meet(receiver, met.file, `Premier échange, ${words}.`);
  await expect(async () => {
    await receiver.goto(met.path);
    await expect(story(receiver)).toContainText('Premier contact constaté', { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await bothRead(sides, met.path, 25, reminded('question : où en est l’accompagnement'));
  await receiver.goto('/avis');
  await expect(
    receiver
      .getByRole('listitem')
      .filter({ hasText: `Rencontré ${words}` })
      .first(),
  ).toContainText('Sans contact depuis longtemps', { timeout: 20_000 });
  await receiver.goto(met.path);
  await move(receiver, 'Mettre en pause', { words: 'Hospitalisé.', send: 'Mettre en pause' });
  await bothRead(sides, met.path, 16, reminded('question : reprendre'));
  await receiver.goto(met.path);
  await move(receiver, 'Reprendre');
  await expect(head(receiver)).toContainText('en cours');
  await move(receiver, 'Donner le résultat', { choice: 'besoin couvert', words: 'Contrat signé.', send: 'Transmettre le résultat' });
  await bothRead(sides, met.path, 13, 'Bouclée sans relecture');
  await expect(head(sender)).toContainText('aboutie');
  await expectNoBarrier(sender);
});

test('what waits for a check that nobody makes is withdrawn', async ({ browser, accounts, signIn }) => {
  test.setTimeout(180_000);
  const words = letters();
  const sender = await (await browser.newContext()).newPage();
  await signIn(sender, accountOf(accounts, 'mehdi.ferhat'));
  await openFileOf(sender, { familyName: `Retenu ${words}`, givenName: 'Lilou' });
  const { path } = await refer(sender, `Découvrir un métier, essai ${words}`, /ML Lyon, Accueil et Contrat/);
  await expect(head(sender)).toContainText('retenue');
  for (const [days, told] of [
    [4, 'rappel : l’accord ou la vérification manque'],
    [20, 'Retirée sans accord'],
  ] as const) {
    await daysGoBy(days, idOf(path));
    await expect(async () => {
      await sender.goto(path);
      await expect(story(sender)).toContainText(told, { timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
  }
  await expect(head(sender)).toContainText('retirée');
});

test('a proposal without an answer lapses', async ({ browser, accounts, signIn }) => {
  test.setTimeout(180_000);
  const words = letters();
  const giver = await (await browser.newContext()).newPage();
  await signIn(giver, accountOf(accounts, 'yann.lebihan'));
  const own = await openFileOf(giver, { familyName: `Proposé ${words}`, givenName: 'Awena' });
  await giver.getByRole('button', { name: 'Passer le relais' }).click();
  const dialog = giver.getByRole('dialog');
  await dialog.getByLabel('Pourquoi passer le relais ?').fill('Je pars un mois.');
  const [proposed] = await Promise.all([
    giver.waitForResponse((answer) => answer.url().endsWith('/api/handovers') && answer.request().method() === 'POST'),
    dialog.getByRole('button', { name: 'Proposer', exact: true }).click(),
  ]);
  await daysGoBy(10, ((await proposed.json()) as { id: string }).id, { of: 'handover' });
  await expect(async () => {
    await giver.goto(own);
    await expect(giver.getByRole('region', { name: 'Passage de relais' })).toContainText('Personne n’a répondu à temps', {
      timeout: 2_000,
    });
  }).toPass({ timeout: 60_000 });
});

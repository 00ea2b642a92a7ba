import type { Page } from '@playwright/test';
import { accountOf, expect, expectNoBarrier, letters, openFileOf, test } from './journey';
import { meet, move, refer } from './referral-steps';

const CEJ = /ML Rennes, Accueil et Contrat/;
const LYON = /ML Lyon, Accueil et Contrat/;
const story = (page: Page) => page.getByRole('region', { name: 'Ce qui s’est passé' });
const head = (page: Page) => page.locator('rl-referral-head');
const stop = (words: string) => ({ choice: 'a déménagé', words, send: 'Demander l’arrêt' });
const object = (words: string) => ({ words, send: 'S’opposer à l’arrêt' });

/** One move of a side on its own page, and the state that it leads to. */
async function step(page: Page, path: string, to: string, ...made: [name: string, answer?: Parameters<typeof move>[2]]): Promise<void> {
  await page.goto(path);
  await move(page, ...made);
  await expect(head(page)).toContainText(to);
}

async function accept(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await move(page, 'Accepter');
  await page.getByRole('dialog').getByRole('button', { name: 'Accepter et s’engager' }).click();
  await expect(head(page)).toContainText('acceptée');
}

/** The person says no to sharing: noted on the file. */
async function oppose(page: Page, file: string): Promise<void> {
  await page.goto(file);
  const sharing = page.getByRole('region', { name: 'Partage', exact: true });
  await sharing.getByRole('button').first().click();
  await sharing.getByText('Opposée', { exact: true }).last().click();
  await sharing.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Noter l’opposition' }).click();
  await expect(sharing.getByText('Opposée', { exact: true })).toBeVisible();
}

test('before anybody is engaged: asked at once, put on a list, declined from it, taken back at every stage', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(300_000);
  const [sender, receiver] = await Promise.all([1, 2].map(async () => (await browser.newContext()).newPage()));
  if (!sender || !receiver) throw new Error('two pages');
  const words = letters();
  await signIn(sender, accountOf(accounts, 'karim.benali'));
  await signIn(receiver, accountOf(accounts, 'yann.lebihan'));
  const aReferral = async (what: string): Promise<string> => {
    await openFileOf(sender, { familyName: `${what} ${words}`, givenName: 'Bleuenn' });
    return (await refer(sender, `${what}, essai ${words}`, CEJ)).path;
  };

  const asked = await aReferral('Question');
  await step(receiver, asked, 'question posée', 'Poser une question', { words: 'Quel âge ?', send: 'Envoyer la question' });
  await step(sender, asked, 'retirée', 'Retirer', { words: 'Elle renonce.', send: 'Retirer l’orientation' });

  const listed = await aReferral('Liste');
  await step(receiver, listed, 'en liste d’attente', 'Liste d’attente', { send: 'Mettre en liste d’attente' });
  await receiver.goto(listed);
  await move(receiver, 'Décliner');
  await receiver.getByRole('dialog').getByLabel('Pourquoi').selectOption('no_place');
  await receiver.getByRole('dialog').getByRole('button', { name: 'Décliner', exact: true }).click();
  await expect(head(receiver)).toContainText('déclinée');

  const taken = await aReferral('Reprise');
  await step(receiver, taken, 'reçue', 'Prendre en main');
  await step(sender, taken, 'retirée', 'Retirer', { words: 'Il a trouvé seul.', send: 'Retirer l’orientation' });
  await receiver.goto(taken);
  await expect(story(receiver)).toContainText('Il a trouvé seul.');
  await expectNoBarrier(receiver);
});

test('once engaged: paused and stopped from every state, objected to once, a result without a meeting contested, an opposition that stops all', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(420_000);
  const [sender, receiver] = await Promise.all([1, 2].map(async () => (await browser.newContext()).newPage()));
  if (!sender || !receiver) throw new Error('two pages');
  const words = letters();
  await signIn(sender, accountOf(accounts, 'karim.benali'));
  await signIn(receiver, accountOf(accounts, 'yann.lebihan'));
  const aReferral = async (what: string): Promise<{ path: string; file: string }> => {
    const file = await openFileOf(sender, { familyName: `${what} ${words}`, givenName: 'Corentin' });
    return { file, path: (await refer(sender, `${what}, essai ${words}`, CEJ)).path };
  };
  const paused = { words: 'En stage.', send: 'Mettre en pause' };

  const { path: unmet } = await aReferral('Jamais vu');
  await accept(receiver, unmet);
  await step(receiver, unmet, 'résultat donné', 'Donner le résultat', {
    choice: 'ne s’est pas présentée',
    words: 'Deux rendez-vous manqués.',
    send: 'Transmettre le résultat',
  });
  await step(sender, unmet, 'acceptée', 'Ce n’est pas fini', { words: 'Il était malade.', send: 'Dire mon désaccord' });
  await step(sender, unmet, 'arrêt demandé', 'Demander l’arrêt', stop('Il part.'));
  await step(receiver, unmet, 'acceptée', 'S’opposer à l’arrêt', object('Il reste.'));
  await step(receiver, unmet, 'en pause', 'Mettre en pause', paused);
  await step(sender, unmet, 'arrêt demandé', 'Demander l’arrêt', stop('Parti cette fois.'));
  await step(receiver, unmet, 'arrêtée', 'Confirmer l’arrêt');

  const { path: met, file } = await aReferral('Déjà vu');
  await accept(receiver, met);
  await meet(receiver, file, `Premier échange, ${words}.`);
  await expect(async () => {
    await receiver.goto(met);
    await expect(story(receiver)).toContainText('Premier contact constaté', { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await step(receiver, met, 'en pause', 'Mettre en pause', paused);
  await step(receiver, met, 'en cours', 'Reprendre');
  await step(sender, met, 'arrêt demandé', 'Demander l’arrêt', stop('Il déménage.'));
  await step(receiver, met, 'en cours', 'S’opposer à l’arrêt', object('Il suit son stage.'));
  await oppose(sender, file);
  await receiver.goto(met);
  await expect(async () => {
    await receiver.goto(met);
    await expect(story(receiver)).toContainText('Opposition de la personne', { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(head(receiver)).toContainText('arrêt demandé');
  await step(receiver, met, 'arrêtée', 'Confirmer l’arrêt');

  const { path: asleep } = await aReferral('En pause');
  await accept(receiver, asleep);
  await step(receiver, asleep, 'en pause', 'Mettre en pause', paused);
  await step(sender, asleep, 'arrêt demandé', 'Demander l’arrêt', stop('Elle part.'));
  await step(receiver, asleep, 'en pause', 'S’opposer à l’arrêt', object('Elle revient lundi.'));
  await receiver.goto(asleep);
  await expect(story(receiver)).toContainText('Elle revient lundi.');
});

test('before it leaves: taken back by its sender, withdrawn by the coordinator, ended by the person', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(240_000);
  const [sender, coordinator] = await Promise.all([1, 2].map(async () => (await browser.newContext()).newPage()));
  if (!sender || !coordinator) throw new Error('two pages');
  const words = letters();
  await signIn(sender, accountOf(accounts, 'mehdi.ferhat'));
  await signIn(coordinator, accountOf(accounts, 'thomas.charvet'));
  const held = async (what: string): Promise<{ path: string; file: string; need: string }> => {
    const file = await openFileOf(sender, { familyName: `Gardé ${words}`, givenName: what });
    const need = `${what}, essai ${words}`;
    const { path } = await refer(sender, need, LYON);
    await expect(head(sender)).toContainText('retenue');
    return { path, file, need };
  };

  const own = await held('Anouk');
  await step(sender, own.path, 'retirée', 'Retirer', { words: 'Une autre idée.', send: 'Retirer l’orientation' });

  const checked = await held('Basile');
  await coordinator.goto('/coordination?pourquoi=check');
  await coordinator.getByRole('listitem').filter({ hasText: checked.need }).getByRole('link').click();
  await expect(story(coordinator)).toBeVisible();
  await move(coordinator, 'Retirer', { words: 'Hors du cadre de la convention.', send: 'Retirer l’orientation' });
  await sender.goto(checked.path);
  await expect(head(sender)).toContainText('retirée');
  await expect(story(sender)).toContainText('Hors du cadre de la convention.');

  const opposed = await held('Cyprien');
  await oppose(sender, opposed.file);
  await expect(async () => {
    await sender.goto(opposed.path);
    await expect(story(sender)).toContainText('Opposition de la personne', { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(head(sender)).toContainText('retirée');
});

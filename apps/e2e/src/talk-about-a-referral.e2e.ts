import type { Page } from '@playwright/test';
import { accountOf, expect, expectNoBarrier, letters, openFileOf, test } from './journey';
import { move, refer } from './referral-steps';

const CEJ = /ML Rennes, Accueil et Contrat/;
const story = (page: Page) => page.getByRole('region', { name: 'Ce qui s’est passé' });

test('a question is asked and answered, the person waits for a place, then both sides agree to stop', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(180_000);
  const sender = await (await browser.newContext()).newPage();
  const receiver = await (await browser.newContext()).newPage();
  const words = letters();
  await signIn(sender, accountOf(accounts, 'fabrice.joly'));
  await openFileOf(sender, { familyName: `Attente ${words}`, givenName: 'Soizic' });
  const { path } = await refer(sender, `Être aidée à chercher, essai ${words}`, CEJ);

  await signIn(receiver, accountOf(accounts, 'yann.lebihan'));
  await receiver.goto(path);
  await move(receiver, 'Prendre en main');
  await move(receiver, 'Poser une question', { words: 'A-t-elle le permis ?', send: 'Envoyer la question' });
  await expect(receiver.locator('rl-referral-head')).toContainText('question posée');

  await sender.goto(path);
  await sender.getByRole('button', { name: 'Répondre à la question' }).click();
  await expect(sender.getByRole('dialog')).toContainText('A-t-elle le permis ?');
  await expectNoBarrier(sender);
  await sender.keyboard.press('Escape');
  await move(sender, 'Répondre à la question', { words: 'Oui, depuis mars.', send: 'Envoyer la réponse' });

  await receiver.goto(path);
  await expect(story(receiver)).toContainText('Oui, depuis mars.');
  await move(receiver, 'Liste d’attente', { send: 'Mettre en liste d’attente' });
  await expect(story(receiver)).toContainText('Point prévu le');
  await move(receiver, 'Accepter');
  await receiver.getByRole('dialog').getByRole('button', { name: 'Accepter et s’engager' }).click();
  await expect(receiver.locator('rl-referral-head')).toContainText('acceptée');

  await sender.goto(path);
  await move(sender, 'Demander l’arrêt', { choice: 'a déménagé', words: 'Elle part à Lyon.', send: 'Demander l’arrêt' });
  await receiver.goto(path);
  await move(receiver, 'S’opposer à l’arrêt', { words: 'Le départ est reporté.', send: 'S’opposer à l’arrêt' });
  await sender.goto(path);
  await move(sender, 'Demander l’arrêt', { choice: 'a déménagé', words: 'Elle est partie.', send: 'Demander l’arrêt' });
  await receiver.goto(path);
  await receiver.getByText('Pourquoi d’autres gestes ne sont pas possibles').click();
  await expect(receiver.getByText('Ce geste n’est possible qu’une seule fois.')).toBeVisible();
  await move(receiver, 'Confirmer l’arrêt');
  await expect(receiver.locator('rl-referral-head')).toContainText('arrêtée');
  await expectNoBarrier(receiver);
});

test('what one wrote stays, and can be taken along, when the referral moved on in the meantime', async ({ browser, accounts, signIn }) => {
  const [sender, mine, theirs] = await Promise.all([0, 1, 2].map(async () => (await browser.newContext()).newPage()));
  if (!sender || !mine || !theirs) throw new Error('three pages were asked for');
  const words = letters();
  await signIn(sender, accountOf(accounts, 'fabrice.joly'));
  await openFileOf(sender, { familyName: `Entretemps ${words}`, givenName: 'Yuna' });
  const { path } = await refer(sender, `Être aidée à chercher, essai ${words}`, CEJ);
  for (const page of [mine, theirs]) {
    await signIn(page, accountOf(accounts, 'yann.lebihan'));
    await page.goto(path);
  }

  await mine.getByRole('button', { name: 'Poser une question' }).click();
  await mine.getByRole('dialog').getByRole('textbox').fill('Peut-elle venir le jeudi ?');
  const reread = mine.waitForResponse((got) => got.request().method() === 'GET' && got.url().endsWith(path.split('/').at(-1) ?? ''));
  await move(theirs, 'Liste d’attente', { send: 'Mettre en liste d’attente' });
  await reread;
  await expect(mine.getByRole('dialog').getByRole('textbox')).toHaveValue('Peut-elle venir le jeudi ?');
  await mine.getByRole('dialog').getByRole('button', { name: 'Envoyer la question' }).click();

  const refusal = mine.getByRole('alert');
  await expect(refusal).toContainText('Cela n’a pas été fait');
  await expect(refusal).toContainText('Peut-elle venir le jeudi ?');
  await expect(refusal.getByRole('button', { name: 'Copier mes mots' })).toBeVisible();
  await expect(mine.locator('rl-referral-head')).toContainText('liste d’attente');
  await expectNoBarrier(mine);
});

import { sample } from './sample';
import { emptied, type Scene } from './scene';
import { reading, type Screen, then } from './screen';

const FILES = /\/api\/beneficiaries(\?|$)/;
const FOUND = /\/api\/beneficiary-searches$/;
const FILE = /\/api\/beneficiaries\/[0-9a-f-]{36}$/;
const LINKS = /\/api\/link-requests\?/;
const own = async (scene: Scene): Promise<string> => scene.first('/api/beneficiaries?limit=1');
const file = async (scene: Scene): Promise<string> => `/personnes/${await own(scene)}`;
const card = sample('PersonCard', {
  id: null,
  name: 'M. D.',
  birthYear: 2003,
  fileNumber: null,
  birthDate: null,
  reasons: [],
  asks: [{ operator: 'Mission locale du Pays de Brest', unit: 'Équipe Rive droite' }],
});

async function openFile(scene: Scene, change: Record<string, unknown> = {}): Promise<void> {
  await scene.answer(FILE, (json) => ({ ...json, ...change }));
  await scene.goto(await file(scene));
  await scene.see('rl-identity-facts');
  await scene.see('rl-file-thread article, rl-file-thread ul');
}

async function typeName(scene: Scene): Promise<void> {
  await scene.goto('/personnes');
  await scene.page.locator('#people-search').fill(await scene.someone());
}

async function findStranger(scene: Scene): Promise<void> {
  await scene.answer(FOUND, (json) => ({ ...json, items: [card] }), 'POST');
  await typeName(scene);
  await scene.see('rl-index-card');
}

const inFile = (name: string, button: string, within: string, shown: string, change: Record<string, unknown> = {}) =>
  then(name, async (scene) => {
    await openFile(scene, change);
    await scene.press(button, within);
    await scene.see(shown);
  });

const link = (status: string) => ({ ...sample('LinkRequestView'), status, personName: 'Nine Quémener', reason: 'Elle vient vendredi.' });
const withLinks = (scene: Scene): Promise<void> =>
  scene.answer(LINKS, (json) => ({ ...json, items: [link('asked'), link('granted'), link('refused')] }));

/** Finding people, the file, and who looked at it. */
export const peopleScreens: readonly Screen[] = [
  {
    name: 'people',
    as: 'nolwenn.riou',
    states: [
      ...reading({ path: '/personnes', reads: FILES, ready: 'table a', empty: (scene) => scene.answer(FILES, emptied) }),
      then('asking for somebody met', async (scene) => {
        await findStranger(scene);
        await scene.press('people.claim.ask', 'rl-index-card');
        await scene.see('rl-claim-dialog textarea');
      }),
      then('found', async (scene) => {
        await typeName(scene);
        await scene.see('main li a, rl-index-card');
      }),
      then('nobody found', async (scene) => {
        await scene.answer(FOUND, emptied, 'POST');
        await typeName(scene);
        await scene.see('rl-empty');
      }),
      then('search refused', async (scene) => {
        await scene.refuse(FOUND, 503, 'request.unavailable');
        await typeName(scene);
        await scene.see('main [role=alert]');
      }),
      then('dialog: link request', async (scene) => {
        await findStranger(scene);
        await scene.press('people.link.ask', 'rl-index-card');
        await scene.dialog();
      }),
      then('dialog: glass', async (scene) => {
        await findStranger(scene);
        await scene.press('people.glass.action', 'rl-index-card');
        await scene.dialog();
      }),
      then('offline afterwards', async (scene) => {
        await scene.goto('/personnes');
        await scene.see('table a');
        await scene.page.context().setOffline(true);
        await scene.see('rl-offline');
      }),
    ],
  },
  {
    name: 'links',
    as: 'nolwenn.riou',
    states: [
      ...reading({ path: '/personnes/liens', reads: LINKS, ready: 'main section', empty: (scene) => scene.answer(LINKS, emptied) }),
      then('with requests', async (scene) => {
        await withLinks(scene);
        await scene.goto('/personnes/liens');
        await scene.see('.request');
      }),
      ...['grant', 'refuse'].map((answer) =>
        then(`dialog: ${answer}`, async (scene) => {
          await withLinks(scene);
          await scene.goto('/personnes/liens');
          await scene.press(`people.link.${answer}`, '.request');
          await scene.dialog();
        }),
      ),
    ],
  },
  {
    name: 'a new person',
    as: 'nolwenn.riou',
    states: [
      then('empty', async (scene) => {
        await scene.goto('/personnes/nouvelle');
        await scene.see('form input');
      }),
      then('candidates', async (scene) => {
        await scene.answer(
          /beneficiary-candidates$/,
          (json) => ({ ...json, items: [card, { ...card, id: card['cardId'], birthDate: '2003-04-05' }] }),
          'POST',
        );
        const [given = '', ...family] = (await scene.someone()).split(' ');
        await scene.goto('/personnes/nouvelle');
        await scene.page.locator('form input').nth(0).fill(family.join(' '));
        await scene.page.locator('form input').nth(1).fill(given);
        await scene.see('.candidate');
      }),
      then('error: nothing typed', async (scene) => {
        await scene.goto('/personnes/nouvelle');
        await scene.press('people.create', 'form');
        await scene.see('[aria-invalid=true], [role=alert]');
      }),
      then('error: refused', async (scene) => {
        await scene.refuse(/\/api\/beneficiaries$/, 500, 'request.failed', 'POST');
        await scene.goto('/personnes/nouvelle');
        const fields = scene.page.locator('form input');
        for (const [index, value] of ['Quéméneur-Essai', 'Nine', '14', '03', '2005'].entries()) await fields.nth(index).fill(value);
        await scene.press('people.create', 'form');
        await scene.see('[role=alert]:not(:empty)');
      }),
    ],
  },
  {
    name: 'a file',
    as: 'nolwenn.riou',
    states: [
      ...reading({ path: file, reads: FILE, ready: 'rl-file-thread article' }),
      then('empty thread', async (scene) => {
        await scene.answer(/\/timeline/, emptied);
        await openFile(scene, { goals: [], actions: [], situations: [], supports: [] });
      }),
      then('thread refused', async (scene) => {
        await scene.refuse(/\/timeline/);
        await scene.goto(await file(scene));
        await scene.see('rl-file-thread [role=alert]');
      }),
      then('opened in an emergency, not to be called', (scene) =>
        openFile(scene, {
          why: 'glass',
          openUntil: new Date(Date.now() + 7_000_000).toISOString(),
          unsafeToContact: true,
          contactRule: 'Ne pas appeler à la maison.',
        }),
      ),
      then('opposed, a minor', (scene) =>
        openFile(scene, {
          minor: true,
          representatives: [],
          sharing: { status: 'opposed', how: 'said', recordedAt: null, authorName: null },
        }),
      ),
      inFile('identity', 'people.edit', 'rl-identity-facts', 'rl-identity-facts form'),
      inFile('contact', 'people.edit', 'rl-contact-facts', 'rl-contact-facts form'),
      inFile('representative', 'people.representative.add', 'rl-representatives', 'rl-representatives form', { minor: true }),
      inFile('situation', 'people.add_situation', 'rl-situation-facts', 'rl-situation-facts form'),
      inFile('sharing', 'people.sharing_change', 'rl-sharing-facts', 'rl-sharing-facts form'),
      inFile('dialog: meeting', 'people.meet.action', 'main', '[role=dialog] form'),
    ],
  },
  {
    name: 'the journal of a file',
    as: 'nolwenn.riou',
    states: reading({
      path: async (scene) => `${await file(scene)}/journal`,
      reads: /\/beneficiaries\/[0-9a-f-]+\/journal/,
      ready: 'table',
      empty: (scene) => scene.answer(/\/beneficiaries\/[0-9a-f-]+\/journal/, emptied),
    }),
  },
  {
    name: 'two files side by side',
    as: 'nolwenn.riou',
    states: [
      ...reading({ path: async (scene) => `${await file(scene)}/comparer`, reads: /\/likenesses/, ready: 'rl-empty, table' }),
      then('alike', async (scene) => {
        await scene.answer(/\/likenesses/, (json) => ({
          ...json,
          items: [
            { ...card, reasons: ['same_birth_date'] },
            { ...card, cardId: '019f69f0-8c00-7e80-ae2c-153d0fac1df9', name: 'N. D.' },
          ],
        }));
        await scene.goto(`${await file(scene)}/comparer`);
        await scene.see('table');
      }),
    ],
  },
];

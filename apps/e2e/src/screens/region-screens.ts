import { sample } from './sample';
import { type Answer, emptied, type Scene } from './scene';
import { reading, type Screen, type State, then } from './screen';

const NOTICES = /\/api\/notices(\?|$)/;
const WAYS = /\/api\/notices\/preferences$/;
const UNSETTLED = /\/api\/messages\/unsettled$/;
const MAILS = /\/api\/demo\/mailbox$/;
const FIGURES = /\/api\/figures/;
const GLASSES = /\/api\/glasses/;
const SUSPICIONS = /\/api\/suspicions/;
const JOURNAL = /\/api\/journal/;

/** The page of an area with these things in its list. */
const filled = (name: string, path: string, reads: RegExp, items: readonly Record<string, unknown>[], ready: string): State =>
  then(name, async (scene) => {
    await scene.answer(reads, (json: Answer) => ({ ...json, items }));
    await scene.goto(path);
    await scene.see(ready);
  });

const notices = [
  sample('NoticeView', { detail: null, personName: 'Nine Quémener', need: 'Trouver une formation', theme: 'training', readAt: null }),
  sample('NoticeView', { id: '019f69f0-8c00-7e80-ae2c-153d0fac1df9', kind: 'referral.accepted', detail: null, theme: 'training' }),
];
const glass = sample('GlassLine', { reason: 'Elle est dans notre hall, sans logement ce soir.', verdict: null, note: null, overdue: true });
const seen = { ...glass, id: '019f69f0-8c00-7e80-ae2c-153d0fac1df9', verdict: 'unjustified', note: 'Suivie au CIO.' };
const suspicion = sample('SuspicionLine', { kind: 'same_name', readerName: 'Malo Marrec', endedAs: null, settledAt: null });

async function openGlasses(scene: Scene): Promise<void> {
  await scene.answer(GLASSES, (json) => ({ ...json, items: [glass, seen] }));
  await scene.goto('/journal');
  await scene.see('ul.rows strong');
}

const all = (path: string, reads: RegExp, ready: string): State[] =>
  reading({ path, reads, ready, empty: (scene) => scene.answer(reads, emptied) });

/** Notices and mails, figures, and those who watch over readers. */
export const regionScreens: readonly Screen[] = [
  {
    name: 'notices',
    as: 'nolwenn.riou',
    states: [
      ...all('/avis', NOTICES, 'rl-empty, .line'),
      filled('with notices', '/avis', NOTICES, notices, '.line'),
      filled('unread only', '/avis?vue=non-lus', NOTICES, notices.slice(0, 1), '.line'),
    ],
  },
  { name: 'preferences', as: 'nolwenn.riou', states: reading({ path: '/avis/preferences', reads: WAYS, ready: 'main select' }) },
  {
    name: 'mails to settle',
    as: 'unit_lead',
    states: [
      ...all('/avis/envois', UNSETTLED, 'rl-empty, ul.rows li'),
      filled(
        'with mails',
        '/avis/envois',
        UNSETTLED,
        [sample('UnsettledMessage', { status: 'failed', reason: '550 5.1.1' })],
        'ul.rows li',
      ),
      then('refused', async (scene) => {
        await scene.answer(UNSETTLED, (json) => ({ ...json, items: [sample('UnsettledMessage', { toPerson: true, status: 'bounced' })] }));
        await scene.refuse(/\/settle$/);
        await scene.goto('/avis/envois');
        await scene.press('notices.send_again', 'ul.rows');
        await scene.see('rl-problem');
      }),
    ],
  },
  {
    name: 'the mailbox of the demo',
    states: [
      ...all('/courriels', MAILS, 'rl-empty, ul.rows li'),
      then('a mail', async (scene) => {
        const mail = sample('DemoMail', { id: '53-1', to: 'nolwenn.riou@mission.example', subject: 'Une orientation est arrivée' });
        await scene.answer(MAILS, (json) => ({ ...json, items: [mail] }));
        await scene.page.route(/\/mailbox\/53-1$/, (route) => route.fulfill({ json: { ...mail, text: 'Bonjour,\nVoir la boîte.' } }));
        await scene.goto('/courriels?courriel=53-1');
        await scene.see('article');
      }),
    ],
  },
  {
    name: 'figures',
    as: 'regional_manager',
    states: [
      ...reading({
        path: '/pilotage',
        reads: FIGURES,
        ready: '.tiles, rl-empty',
        empty: (scene) => scene.answer(FIGURES, (json) => ({ ...emptied(json), period: null })),
      }),
      then('as tables', async (scene) => {
        await scene.goto('/pilotage');
        await scene.see('rl-figure');
        for (const figure of await scene.page.locator('rl-figure').all()) await figure.getByRole('button').first().click();
        await scene.see('rl-figure table');
      }),
      then('no stream large enough', async (scene) => {
        await scene.answer(FIGURES, (json) => ({ ...json, flow: { ...(json['flow'] as object), pairs: [] } }));
        await scene.goto('/pilotage');
        await scene.see('rl-flow-chart rl-empty');
      }),
    ],
  },
  {
    name: 'files opened in an emergency',
    as: 'data_protection_officer',
    states: [
      ...all('/journal', GLASSES, 'rl-empty, ul.rows'),
      then('with openings', openGlasses),
      then('dialog: verdict', async (scene) => {
        await openGlasses(scene);
        await scene.page.locator('ul.rows li button').first().click();
        await scene.dialog();
      }),
      then('dialog: verdict refused', async (scene) => {
        await openGlasses(scene);
        await scene.refuse(/\/review$/, 422, 'request.invalid', 'POST');
        await scene.page.locator('ul.rows li button').first().click();
        await scene.page.locator('[role=dialog] button.primary').click();
        await scene.see('[role=dialog] [role=alert]');
      }),
    ],
  },
  {
    name: 'reading that looks like curiosity',
    as: 'data_protection_officer',
    states: [
      ...all('/journal?vue=alertes', SUSPICIONS, 'rl-empty, ul.rows'),
      then('dialog: verdict', async (scene) => {
        const ended = {
          ...suspicion,
          id: '019f69f0-8c00-7e80-ae2c-153d0fac1df9',
          endedAs: 'confirmed',
          settledAt: '2026-11-02T09:30:00.000Z',
        };
        await scene.answer(SUSPICIONS, (json) => ({ ...json, items: [suspicion, ended] }));
        await scene.goto('/journal?vue=alertes');
        await scene.page.locator('ul.rows li button').first().click();
        await scene.dialog();
      }),
    ],
  },
  { name: 'the journal of the region', as: 'data_protection_officer', states: all('/journal?vue=lectures', JOURNAL, 'table') },
];

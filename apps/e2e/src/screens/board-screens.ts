import { sample } from './sample';
import { emptied, type Scene } from './scene';
import { reading, type Screen, then } from './screen';

const BOARD = /\/api\/continuity-board$/;
const ROUND = /\/api\/beneficiaries\/[0-9a-f-]+\/outreach$/;
const DATES = /\/api\/clocks/;
const OF_PERSON = /\/api\/beneficiaries\/[0-9a-f-]+\/clocks$/;

/** The first card of those nobody hears of: contact, close, put off. */
const LOST = 'section[aria-labelledby=column-silent] li:first-child rl-board-card';
const ID = '019f69f0-8c00-7e80-ae2c-153d0fac1d';
const card = (place: number, given: object): Record<string, unknown> =>
  sample('BoardCard', {
    objectId: `${ID}a${place}`,
    beneficiaryId: `${ID}b${place}`,
    name: 'Nine Quémener',
    reasons: ['minor', 'no_meeting'],
    tried: [sample('AttemptView', { channel: 'phone', result: 'no_answer' })],
    pressure: 'high',
    referralId: null,
    clockKind: null,
    detail: null,
    ...given,
  });
const columns = [
  { name: 'unassigned', cards: [card(1, { leadName: null, pressure: 'low' })] },
  { name: 'absent', cards: [card(2, { detail: '2026-12-05', pressure: 'medium' })] },
  { name: 'silent', cards: [card(3, { days: 74 }), card(4, { unsafeToContact: true, reasons: ['unsafe'], tried: [] })] },
  { name: 'quiet_referral', cards: [card(5, { detail: 'ML Rennes' })] },
  { name: 'exit', cards: [card(6, { clockKind: 'exit_3_months' })] },
].map((column) => ({ ...column, total: column.cards.length }));
const question = sample('SightingView', { name: 'Nine Quémener', answeredAt: null, seen: null, seenOn: null });

async function openBoard(scene: Scene): Promise<void> {
  await scene.answer(BOARD, (json) => ({ ...json, columns, questions: [question] }));
  await scene.goto('/continuite?colonne=silent');
  await scene.see(LOST);
}

async function openRound(scene: Scene, unsafe: boolean): Promise<void> {
  const offer = (channel: string, standing: string, because: string | null) =>
    sample('ChannelOfferView', {
      channel,
      standing: unsafe ? 'barred' : standing,
      because: unsafe ? 'unsafe_to_contact' : because,
      tried: 1,
    });
  const channels = [offer('phone', 'next', null), offer('sms', 'tried', null), offer('email', 'barred', 'no_contact_known')];
  const round = sample('RoundView', { channels, contactRule: 'Pas avant 17 h', sightings: [question], others: 2 });
  await scene.page.route(ROUND, (route) => route.fulfill({ json: round }));
  await openBoard(scene);
  await scene.page.locator(`${LOST} button`).first().click();
  await scene.dialog();
}

const line = (given: object): Record<string, unknown> =>
  sample('DatedLine', { status: 'running', milestone: null, metBy: null, dropped: null, pauseProof: null, appointmentAt: null, ...given });
const lines = [
  line({ kind: 'return_to_training', overdue: true, name: 'Nine Quémener' }),
  line({ id: `${ID}c2`, kind: 'minor_without_solution', status: 'paused', pauseProof: 'medical', pauseUntil: '2026-12-05' }),
  line({ id: `${ID}c3`, kind: 'goals_review', status: 'met', metBy: 'review', metOn: '2026-11-02' }),
  line({ id: `${ID}c4`, kind: 'referral', milestone: 'decide_target' }),
];

async function openPanel(scene: Scene): Promise<void> {
  await scene.answer(OF_PERSON, (json) => ({ ...json, items: lines }));
  await scene.goto(`/personnes/${await scene.first('/api/beneficiaries?limit=1')}`);
  await scene.see('rl-clocks-panel rl-dated-line');
}

/** The board of continuity, the dates for which one answers, and those of a person. */
export const boardScreens: readonly Screen[] = [
  {
    name: 'the board of continuity',
    as: 'nolwenn.riou',
    states: [
      ...reading({ path: '/continuite', reads: BOARD, ready: 'p.state', empty: (scene) => scene.answer(BOARD, emptyBoard) }),
      then('every column', openBoard),
      then('dialog: closing', async (scene) => {
        await openBoard(scene);
        await scene.page.locator(`${LOST} button`).nth(1).click();
        await scene.dialog();
      }),
    ],
  },
  {
    name: 'the dates that wait',
    as: 'nolwenn.riou',
    states: reading({ path: '/echeances', reads: DATES, ready: 'rl-dated-line', empty: (scene) => scene.answer(DATES, emptied) }),
  },
  {
    name: 'the dates of a person',
    as: 'nolwenn.riou',
    states: [
      then('running, paused, over', openPanel),
      ...(['pause', 'drop'] as const).map((what) =>
        then(`dialog: ${what}`, async (scene) => {
          await openPanel(scene);
          await scene.press(`clocks.do.${what}`, 'rl-clocks-panel');
          await scene.dialog();
        }),
      ),
      then('dialog: inviting', async (scene) => {
        await openPanel(scene);
        await scene.press('clocks.do.convene', 'rl-clocks-panel');
        await scene.dialog();
      }),
    ],
  },
  {
    name: 'a round of contacts',
    as: 'nolwenn.riou',
    states: [
      then('channels to try', async (scene) => openRound(scene, false)),
      then('nothing that is safe', async (scene) => openRound(scene, true)),
    ],
  },
];

function emptyBoard(json: Record<string, unknown>): unknown {
  return { ...json, columns: columns.map(({ name }) => ({ name, total: 0, cards: [] })), questions: [] };
}

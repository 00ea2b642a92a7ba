import { sample } from './sample';
import { emptied, type Scene } from './scene';
import { reading, type Screen, type State, then } from './screen';

const LIST = /\/api\/referrals\?/;
const ONE = /\/api\/referrals\/[0-9a-f-]{36}$/;
const PLACES = /\/api\/destinations/;
const REGION = /\/api\/coordinated-referrals(\?|$)/;
const REGION_ONE = /\/api\/coordinated-referrals\/[0-9a-f-]{36}$/;
/** Moves with a dialog of their own or with questions. */
const ASKING = [
  'accept',
  'decline',
  'ask_info',
  'answer_info',
  'waitlist',
  'hold',
  'post_result',
  'request_cancel',
  'object_cancel',
  'contest',
  'unaccept',
  'withdraw',
  'confirm_decline',
  'return_decline',
  'mark_error',
] as const;
const one = async (scene: Scene): Promise<string> => `/orientations/${await scene.first('/api/referrals?box=in_progress')}`;

/** A referral on which everything may be done. */
async function openReferral(scene: Scene): Promise<void> {
  const moves = [...ASKING, 'snooze'].map((move) => ({ move, allowed: move !== 'snooze', whyNot: null }));
  await scene.answer(ONE, (json) => ({ ...json, moves }));
  await scene.goto(await one(scene));
  await scene.see('rl-referral-moves button');
}

const moving = (move: (typeof ASKING)[number]): State =>
  then(`dialog: ${move}`, async (scene) => {
    await openReferral(scene);
    await scene.press(`referrals.move.${move}`, 'rl-referral-moves section');
    await scene.dialog();
  });

async function openInbox(scene: Scene, box: string): Promise<void> {
  await scene.goto(`/boite?vue=${box}`);
  await scene.see('rl-inbox-line');
}

async function compose(scene: Scene): Promise<void> {
  await scene.goto(`/orienter/${await scene.first('/api/beneficiaries?limit=1')}`);
  await scene.see('rl-destination-picker');
}

const coordinated = sample('CoordinatedReferral', {
  why: 'escalated',
  need: 'Trouver un hébergement proche de la formation.',
  theme: 'housing',
  urgent: true,
  status: 'sent',
  waitSide: 'coordinator',
  overdue: true,
  dueMilestone: null,
  heldFor: null,
  closure: null,
  outcome: null,
  declineReason: null,
  successorId: null,
});

async function openRegion(scene: Scene): Promise<void> {
  const moves = ['release', 'confirm_decline', 'reroute', 'withdraw'].map((move) => ({ move, allowed: true, whyNot: null }));
  await scene.answer(REGION, (json) => ({ ...json, items: [coordinated, { ...coordinated, id: '019f69f0-8c00-7e80-ae2c-153d0fac1df9' }] }));
  const body = JSON.stringify({ ...sample('CoordinatedThread'), ...coordinated, moves });
  await scene.page.route(REGION_ONE, (route) => route.fulfill({ contentType: 'application/json', body }));
  await scene.goto('/coordination');
  await scene.see('.line');
}

const claiming: State = then('dialog: accepting a claim', async (scene) => {
  await scene.answer(ONE, (json) => ({ ...json, kind: 'claim', moves: [{ move: 'accept', allowed: true, whyNot: null }] }));
  await scene.goto(await one(scene));
  await scene.press('referrals.move.accept', 'rl-referral-moves section');
  await scene.dialog();
});

const deciding = (move: string): State =>
  then(`dialog: ${move}`, async (scene) => {
    await openRegion(scene);
    await scene.page.locator('.line .name').first().click();
    await scene.press(`referrals.move.${move}`, 'rl-coordinated-moves');
    await scene.dialog();
  });

/** Referring, receiving, and what the region watches. */
export const referralScreens: readonly Screen[] = [
  {
    name: 'the composer',
    as: 'nolwenn.riou',
    states: [
      ...reading({
        path: async (scene) => `/orienter/${await scene.first('/api/beneficiaries?limit=1')}`,
        reads: PLACES,
        ready: 'rl-destination-picker [role=option]',
      }),
      then('no destination', async (scene) => {
        await scene.answer(PLACES, emptied);
        await compose(scene);
      }),
      then('the packet, two places compared', async (scene) => {
        await compose(scene);
        await scene.page.locator('form textarea').first().fill('Reprendre une formation');
        const places = scene.page.locator('rl-destination-picker').getByRole('option');
        await places.nth(1).press('Space');
        await places.nth(0).press('Space');
        await places.nth(0).press('Enter');
        await scene.see('rl-packet-sheet');
      }),
      then('next choices', async (scene) => {
        await compose(scene);
        await scene.page.locator('rl-destination-picker').getByRole('option').first().press('Enter');
        await scene.page.locator('rl-next-choices summary').click();
        const others = scene.page.locator('rl-next-choices select');
        await others.selectOption({ index: 1 });
        await others.selectOption({ index: 1 });
        await scene.see('rl-next-choices li');
      }),
      then('the person is not read', async (scene) => {
        await scene.refuse(/\/api\/beneficiaries\/[0-9a-f-]{36}$/);
        await compose(scene);
        await scene.see('main [role=alert]');
      }),
    ],
  },
  {
    name: 'the inbox',
    as: 'nolwenn.riou',
    states: [
      ...reading({ path: '/boite?vue=in_progress', reads: LIST, ready: 'rl-inbox-line', empty: (scene) => scene.answer(LIST, emptied) }),
      ...['received', 'sent', 'done', 'draft'].map((box) =>
        then(`view: ${box}`, async (scene) => {
          await scene.goto(`/boite?vue=${box}`);
          await scene.see('rl-inbox-line, rl-empty');
        }),
      ),
      then('panel', async (scene) => {
        await openInbox(scene, 'in_progress');
        await scene.page.locator('.line .name').first().click();
        await scene.see('rl-side-panel rl-referral-body');
      }),
      then('panel refused', async (scene) => {
        await scene.refuse(ONE);
        await openInbox(scene, 'in_progress');
        await scene.page.locator('.line .name').first().click();
        await scene.see('rl-side-panel [role=alert]');
      }),
      then('dialog: snooze', async (scene) => {
        await openInbox(scene, 'in_progress');
        await scene.page.locator('.line .name').first().focus();
        await scene.page.keyboard.press('h');
        await scene.dialog();
      }),
    ],
  },
  {
    name: 'a referral',
    as: 'nolwenn.riou',
    states: [
      ...reading({ path: one, reads: ONE, ready: 'rl-referral-story' }),
      ...ASKING.map(moving),
      claiming,
      then('dialog: redirect', async (scene) => {
        await openReferral(scene);
        await scene.press('referrals.redirect', 'rl-referral-moves section');
        await scene.dialog();
      }),
      then('a move refused', async (scene) => {
        await scene.answer(ONE, (json) => ({ ...json, moves: [{ move: 'acknowledge', allowed: true, whyNot: null }] }));
        await scene.refuse(/\/acknowledge$/, 500, 'request.failed', 'POST');
        await scene.goto(await one(scene));
        await scene.press('referrals.move.acknowledge', 'rl-referral-moves section');
        await scene.see('rl-referral-moves [role=alert]');
      }),
    ],
  },
  {
    name: 'coordination',
    as: 'regional_coordinator',
    states: [
      ...reading({ path: '/coordination', reads: REGION, ready: '.line, rl-empty', empty: (scene) => scene.answer(REGION, emptied) }),
      then('with referrals', openRegion),
      then('panel', async (scene) => {
        await openRegion(scene);
        await scene.page.locator('.line .name').first().click();
        await scene.see('rl-coordinated-moves button');
      }),
      ...['confirm_decline', 'reroute', 'withdraw'].map(deciding),
    ],
  },
];

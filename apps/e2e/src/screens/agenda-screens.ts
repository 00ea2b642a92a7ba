import { sample } from './sample';
import { emptied, type Scene } from './scene';
import { reading, type Screen, type State, then } from './screen';

const AGENDA = /\/api\/appointments\?/;
const SESSION = /\/api\/group-sessions\/[0-9a-f-]{36}$/;
const TO_FILL = /\/api\/agenda\/to-fill$/;
const HOURS = /\/api\/agenda\/availability$/;
const CLASHES = /\/api\/agenda\/clashes/;
const SLOTS = /\/api\/agenda\/slots/;
const FEED = /\/api\/agenda\/feed$/;

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const meeting = (given: object = {}): Record<string, unknown> =>
  sample('AppointmentView', { name: 'Jeanne Rousseau', startsAt: inDays(0), minutes: 45, status: 'planned', interviewId: null, ...given });

/** A meeting of today, whatever the agenda holds. */
async function oneMeeting(scene: Scene, given: object = {}): Promise<void> {
  const { post } = await scene.read<{ post: { id: string; operatorId: string } }>('/api/session');
  const own = { postId: post.id, operatorId: post.operatorId, withPostId: null, groupSessionId: null };
  await scene.answer(AGENDA, (json) => ({ ...json, items: [meeting({ ...own, ...given })] }));
  await scene.goto('/agenda?vue=liste');
  await scene.see('rl-agenda-list li');
}

const dialogOf = (name: string, key: string, before: (scene: Scene) => Promise<void> = () => Promise.resolve()): State =>
  then(name, async (scene) => {
    await before(scene);
    await scene.goto('/agenda');
    await scene.press(key, 'header.page-head');
    await scene.dialog();
  });

const session = (given: object): Record<string, unknown> =>
  sample('GroupSessionView', { title: 'Atelier CV', capacity: 8, taken: 2, hidden: 0, status: 'planned', minutes: 120, ...given });

async function openSheet(scene: Scene, given: object): Promise<void> {
  await scene.answer(SESSION, () => session(given));
  const [from, to] = [inDays(0).slice(0, 10), inDays(30).slice(0, 10)];
  await scene.goto(`/agenda/seances/${await scene.first(`/api/group-sessions?from=${from}&to=${to}`)}`);
  await scene.see('h2');
}

const sheet = (name: string, given: object): State => then(name, (scene) => openSheet(scene, given));

const people = ['planned', 'honoured', 'no_show', 'excused'].map((status, index) =>
  sample('Participant', { appointmentId: `019f69f0-8c00-7e80-ae2c-153d0fac1df${index}`, name: `Sacha Martin ${index}`, status }),
);

/** The agenda in its views, its dialogs, and the sheet of a session. */
export const agendaScreens: readonly Screen[] = [
  {
    name: 'the agenda',
    as: 'nolwenn.riou',
    states: [
      ...reading({
        path: '/agenda?vue=liste',
        reads: AGENDA,
        ready: 'rl-agenda-list',
        empty: (scene) => scene.answer(AGENDA, emptied),
      }),
      then('week', async (scene) => {
        await scene.goto('/agenda?vue=semaine');
        await scene.see('rl-agenda-grid, rl-agenda-list');
      }),
      then('day', async (scene) => {
        await scene.goto('/agenda?vue=jour');
        await scene.see('rl-agenda-grid');
      }),
      then('meetings to complete, hours not said', async (scene) => {
        await scene.answer(TO_FILL, (json) => ({ ...json, items: [meeting({ startsAt: inDays(-1) })] }));
        await scene.answer(HOURS, (json) => ({ ...json, said: false }));
        await scene.goto('/agenda');
        await scene.see('rl-to-fill li');
      }),
      then('a meeting', async (scene) => {
        await oneMeeting(scene, { contactRule: 'Pas avant 18 h.', unsafeToContact: true });
        await scene.page.locator('rl-agenda-list li .name').first().click();
        await scene.dialog();
      }),
    ],
  },
  {
    name: 'the dialogs of the agenda',
    as: 'nolwenn.riou',
    states: [
      dialogOf('a new meeting', 'agenda.new'),
      dialogOf('a new session', 'agenda.new_session'),
      dialogOf('hours', 'agenda.my_hours'),
      dialogOf('no address yet', 'agenda.my_feed', (scene) => scene.answer(FEED, () => ({ exists: false, createdAt: null, readAt: null }))),
      dialogOf('an address exists', 'agenda.my_feed', (scene) =>
        scene.answer(FEED, () => ({ exists: true, createdAt: inDays(-3), readAt: inDays(-1) })),
      ),
      then('moving, with a clash', async (scene) => {
        await scene.answer(CLASHES, (json) => ({ ...json, items: [sample('Clash', { mine: true, name: 'Yanis Le Goff' })] }));
        await oneMeeting(scene, { startsAt: inDays(1 / 24) });
        await scene.page.locator('rl-agenda-list .acts button').nth(1).click();
        await scene.see('rl-slot-finder label.slot');
        await scene.page.locator('rl-slot-finder label.slot').first().click();
        await scene.see('rl-clash-note .note');
      }),
      then('no slot until then', async (scene) => {
        await scene.answer(SLOTS, (json) => ({ ...json, items: [] }));
        await oneMeeting(scene, { startsAt: inDays(1 / 24) });
        await scene.page.locator('rl-agenda-list .acts button').nth(1).click();
        await scene.see('rl-slot-finder .choices button');
      }),
      then('slots that can’t be looked for', async (scene) => {
        await scene.refuse(SLOTS);
        await oneMeeting(scene, { startsAt: inDays(1 / 24) });
        await scene.page.locator('rl-agenda-list .acts button').nth(1).click();
        await scene.see('rl-slot-finder .note');
      }),
    ],
  },
  {
    name: 'a collective session',
    as: 'nolwenn.riou',
    states: [
      sheet('to come', { startsAt: inDays(3), participants: people.slice(0, 1) }),
      then('moving, with a clash', async (scene) => {
        await scene.answer(CLASHES, (json) => ({ ...json, items: [sample('Clash', { mine: true, name: 'Yanis Le Goff' })] }));
        await openSheet(scene, { startsAt: inDays(3), participants: people.slice(0, 1) });
        await scene.press('agenda.session.move', 'header.page-head');
        await scene.see('[role=dialog] rl-clash-note .note');
      }),
      sheet('nobody yet', { startsAt: inDays(3), participants: [], taken: 0 }),
      sheet('under way, with people one may not read', { startsAt: inDays(0), participants: people, taken: 4, hidden: 1 }),
      sheet('full', { startsAt: inDays(3), participants: people.slice(0, 1), taken: 8 }),
      sheet('over', { startsAt: inDays(-2), participants: people }),
      sheet('cancelled', { startsAt: inDays(3), participants: [], status: 'cancelled' }),
      then('not found', async (scene) => {
        await scene.refuse(SESSION, 404, 'request.not_found');
        await scene.goto('/agenda/seances/019f69f0-8c00-7e80-ae2c-153d0fac1df8');
        await scene.see('[role=alert]');
      }),
    ],
  },
];

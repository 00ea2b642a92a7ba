import { sample } from './sample';
import type { Scene } from './scene';
import { reading, type Screen, type State, then } from './screen';

const ABSENCES = /\/api\/absences$/;
const ABSENCE = /\/api\/absences\/[0-9a-f-]{36}$/;
const PACK = /\/api\/absences\/[0-9a-f-]{36}\/pack$/;
const FILES = /\/api\/packs\/[0-9a-f-]{36}\/files/;
const RECEIVED = /\/api\/packs\/received$/;
const LOADS = /\/api\/units\/[0-9a-f-]{36}\/caseloads$/;
const ID = '019f69f0-8c00-7e80-ae2c-153d0fac1df8';

const days = { startsOn: '2026-11-30', endsOn: '2026-12-13', away: true };
const absence = sample('AbsenceView', { id: ID, name: 'Armelle Hervé', standing: 'leads', ...days });
const leaving = { ...absence, id: '019f69f0-8c00-7e80-ae2c-153d0fac1df9', kind: 'departure', endsOn: null, reason: 'moves_on' };
const load = sample('CaseloadView', {
  name: 'Élodie Prigent',
  files: 12,
  load: 31,
  fragile: 4,
  meetings: 5,
  awayFrom: null,
  awayUntil: null,
});
const reasons = ['minor_without_solution', 'silent_60', 'action_overdue'];
const step = { nextAction: 'Rappeler le lycée maritime', clashes: 1 };
const file = sample('PackFileLine', { name: 'Nine Quémener', reasons, ...step, status: 'waiting', reason: null });
const returned = { ...file, place: 4, status: 'returned', meanwhile: [{ kind: 'interview', at: '2026-12-04T09:30:00.000Z' }] };
const kept = { ...file, place: 5, status: 'kept', reason: 'led_elsewhere', stays: ['referral_of_unit', 'action_of_note'] };

/** The page of one absence whose pack is in this state. */
const pack = (status: string): State =>
  then(status, async (scene: Scene) => {
    const receivers = [sample('PackReceiver', { name: 'Élodie Prigent', gains: 9, load: 31 })];
    const until = { endsAs: 'comes_back', undoUntil: '2099-01-01T00:00:00.000Z' };
    await scene.give(ABSENCE, absence);
    await scene.give(PACK, sample('PackView', { absenceId: ID, status, standing: 'leads', receivers, ...until }));
    await scene.give(FILES, { items: [file, returned, kept], next: null });
    await scene.goto(`/absences/${ID}`);
    await scene.see('rl-pack-file-row');
  });

/** Who is away, and what becomes of their files. */
export const absenceScreens: readonly Screen[] = [
  {
    name: 'absences',
    as: 'unit_lead',
    states: [
      ...reading({ path: '/absences', reads: ABSENCES, ready: 'rl-caseloads li' }),
      then('with absences', async (scene) => {
        await scene.give(ABSENCES, { items: [absence, leaving] });
        await scene.goto('/absences');
        await scene.see('ul.rows strong');
      }),
      then('noting one', async (scene) => {
        await scene.goto('/absences');
        await scene.page.locator('main .page-head button').click();
        await scene.dialog();
      }),
    ],
  },
  {
    name: 'a continuity pack',
    as: 'unit_lead',
    states: [
      then('nobody yet', async (scene) => {
        await scene.give(ABSENCE, absence);
        await scene.give(LOADS, { items: [load, { ...load, postId: leaving.id, awayFrom: '2026-12-01' }] });
        await scene.refuse(PACK, 404, 'request.not_found');
        await scene.goto(`/absences/${ID}`);
        await scene.see('rl-pack-receivers input[type=checkbox]');
      }),
      ...['prepared', 'moving', 'moved', 'returned'].map(pack),
      then('dialog: last day', async (scene) => {
        await scene.give(ABSENCE, { ...absence, endsOn: '2099-12-13' });
        await scene.give(PACK, sample('PackView', { absenceId: ID, status: 'moved', standing: 'leads', endsAs: 'comes_back' }));
        await scene.give(FILES, { items: [file], next: null });
        await scene.goto(`/absences/${ID}`);
        await scene.page.locator('main .page-head button').first().click();
        await scene.dialog();
      }),
    ],
  },
  {
    name: 'files received',
    as: 'nolwenn.riou',
    states: [
      then('filled', async (scene) => {
        await scene.give(RECEIVED, { items: [sample('ReceivedPack', { packId: ID, fromName: 'Armelle Hervé' })] });
        await scene.give(FILES, { items: [file], next: null });
        await scene.goto(`/absences/recus/${ID}`);
        await scene.see('rl-pack-file-row');
      }),
    ],
  },
];

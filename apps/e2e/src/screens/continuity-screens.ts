import { sample } from './sample';
import { type Screen, type State, then } from './screen';

const HANDOVERS = /\/api\/handovers\?/;

const standing = (status: string, side: 'giver' | 'taker' | null): State =>
  then(`${status}, seen by ${side ?? 'somebody else'}`, async (scene) => {
    const now = new Date().toISOString();
    const sides = side ? [side] : [];
    const handover = { status, sides, statusSince: now, effectiveAt: now, warmUntil: now, fromPostName: 'Malo Marrec', toPostName: null };
    await scene.answer(HANDOVERS, (json) => ({ ...json, items: [sample('HandoverView', handover)] }));
    await scene.goto(`/personnes/${await scene.first('/api/beneficiaries?limit=1')}`);
    await scene.see('rl-handover-panel section');
  });

const leadToday = { postId: null, postName: 'Malo Marrec', unitName: 'Équipe Rive droite', mine: true };

/** Nothing is under way: somebody else may be proposed, or must be found. */
const proposing = (name: string, gone: boolean, press: boolean): State =>
  then(name, async (scene) => {
    await scene.answer(HANDOVERS, (json) => ({ ...json, items: [], lead: sample('LeadToday', { ...leadToday, gone }) }));
    await scene.goto(`/personnes/${await scene.first('/api/beneficiaries?limit=1')}`);
    await scene.see('rl-handover-panel button');
    if (press) await scene.press('continuity.move.propose', 'rl-handover-panel');
    if (press) await scene.see('rl-propose-handover-dialog select');
  });

/** The referent changes hands, on the file. */
export const continuityScreens: readonly Screen[] = [
  {
    name: 'a handover',
    as: 'nolwenn.riou',
    states: [
      standing('proposed', 'taker'),
      standing('agreed', 'giver'),
      standing('overlap', 'taker'),
      standing('warm', null),
      proposing('proposing', false, true),
      proposing('the lead is gone', true, false),
    ],
  },
];

import { sample } from './sample';
import { emptied, type Scene } from './scene';
import { reading, type Screen, then } from './screen';

const MERGES = /\/api\/file-merges$/;
const MERGE = /\/api\/file-merges\/[0-9a-f-]{36}$/;
const merge = (status: string) => ({
  ...sample('MergeView'),
  status,
  survivorName: 'Maëlle Kervran',
  absorbedName: status === 'proposed' ? 'Maelle Kervran' : null,
  reason: 'Même carte d’identité, vue ce matin.',
  takes: ['phone'],
  obstacle: status === 'stopped' ? 'merge.lead_moves' : null,
  answerable: status === 'proposed',
  withdrawable: false,
  undoable: status === 'merged',
});

const twoFiles = async (scene: Scene): Promise<string[]> =>
  (await scene.read<{ items: { id: string }[] }>('/api/beneficiaries?limit=2')).items.map(({ id }) => id);

/** A merge of two of the reader's own files, in a state. */
async function openMerge(scene: Scene, status: string, change: object = {}): Promise<void> {
  const [survivorId = '', absorbedId = ''] = await twoFiles(scene);
  await scene.give(MERGE, { ...merge(status), survivorId, absorbedId, ...change });
  await scene.goto(`/personnes/reunions/${survivorId}`);
}

/** Two files of one person: proposed, checked, carried out, undone. */
export const mergeScreens: readonly Screen[] = [
  {
    name: 'files to merge',
    as: 'nolwenn.riou',
    states: [
      ...reading({
        path: '/personnes/reunions',
        reads: MERGES,
        ready: 'rl-empty, .merge',
        empty: (scene) => scene.answer(MERGES, emptied),
      }),
      then('with merges', async (scene) => {
        await scene.answer(MERGES, (json) => ({ ...json, items: [merge('proposed'), merge('merged'), merge('stopped')] }));
        await scene.goto('/personnes/reunions');
        await scene.see('.merge');
      }),
    ],
  },
  {
    name: 'a merge',
    as: 'nolwenn.riou',
    states: [
      ...(['proposed', 'refused', 'withdrawn', 'merging', 'merged', 'undoing', 'undone', 'stopped'] as const).map((status) =>
        then(status, async (scene) => {
          await openMerge(scene, status);
          await scene.see('#merge-state');
        }),
      ),
      then('proposed by oneself', async (scene) => {
        await openMerge(scene, 'proposed', { mine: true, answerable: false, withdrawable: true });
        await scene.see('main button');
      }),
      then('being refused', async (scene) => {
        await openMerge(scene, 'proposed');
        await scene.press('people.merge.refuse', 'main');
        await scene.see('main textarea');
      }),
      then('proposing', async (scene) => {
        const [one = '', other = ''] = await twoFiles(scene);
        await scene.goto(`/personnes/${one}/reunir?avec=${other}`);
        await scene.see('rl-merge-table');
      }),
    ],
  },
];

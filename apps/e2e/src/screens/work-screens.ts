import { emptied, type Scene } from './scene';
import { reading, type Screen, type State, then } from './screen';

const DAY = /\/api\/day$/;
const PLAN = /\/api\/.+\/plan$/;
const RECAP = /\/recap/;
const INTERVIEW = /\/api\/interviews(\/[0-9a-f-]{36})?$/;
const person = (scene: Scene): Promise<string> => scene.first('/api/beneficiaries?limit=1');
const plan = async (scene: Scene): Promise<string> => `/personnes/${await person(scene)}/plan`;

async function write(scene: Scene, words: string): Promise<void> {
  await scene.goto(`/entretiens/nouveau?personne=${await person(scene)}`);
  await scene.page.locator('textarea.note-text').first().fill(words);
}

/** A plan with one goal and a step of each kind, whatever the plan of the person is. */
async function openPlan(scene: Scene): Promise<void> {
  const goalId = '019f69f0-8c00-79f1-8898-8d664d5c8a7a';
  const step = {
    goalId,
    owner: 'person',
    ownerName: null,
    ownerPostId: null,
    outcome: null,
    doneAt: null,
    postponedFrom: null,
    version: 1,
  };
  const steps = [
    { id: '019fb85e-0fc0-76b8-af49-9bb4b544c7c1', words: 'Visiter le chantier-école', dueOn: '2026-01-12', status: 'open' },
    { id: '019fb85e-0fc0-76b8-af49-9bb4b544c7c2', words: 'Appeler le lycée maritime', dueOn: null, status: 'open' },
    { id: '019fb85e-0fc0-76b8-af49-9bb4b544c7c3', words: 'Déposer cinq CV', dueOn: null, status: 'dropped' },
  ].map((each) => ({ ...step, postponedBecause: null, ...each }));
  const goal = { theme: 'training', status: 'open', outcome: null, reviewOn: '2026-02-01', version: 1 };
  await scene.answer(PLAN, (json) => ({
    ...json,
    reviewOn: '2026-02-01',
    goals: [
      { id: goalId, words: 'Devenir soudeuse', ...goal },
      { ...goal, id: '019f69f0-8c00-79f1-8898-8d664d5c8a7b', words: 'Passer le permis', status: 'met' },
    ],
    actions: steps,
  }));
  await scene.goto(await plan(scene));
  await scene.see('section.goal rl-step-row');
}

const inStep = (name: string, key: string, shown: string): State =>
  then(name, async (scene) => {
    await openPlan(scene);
    await scene.page
      .locator('rl-step-row')
      .first()
      .getByRole('button', { name: scene.like(key) })
      .click();
    await scene.see(shown);
  });

/** The day, writing down what was said, and what was agreed. */
export const workScreens: readonly Screen[] = [
  {
    name: 'my day',
    as: 'nolwenn.riou',
    states: [
      ...reading({ path: '/journee', reads: DAY, ready: '#todo-title', empty: (scene) => scene.answer(DAY, emptied) }),
      then('dialog: absence', async (scene) => {
        await scene.goto('/journee');
        await scene.page.locator('rl-day-meetings .verdicts button:last-child').last().click();
        await scene.dialog();
      }),
      then('quick trace: who', async (scene) => {
        await scene.goto('/journee');
        await scene.page
          .locator('rl-quick-trace')
          .getByRole('combobox')
          .first()
          .pressSequentially(await scene.someone());
        await scene.see('rl-quick-trace [role=option]');
      }),
      then('offline afterwards', async (scene) => {
        await scene.goto('/journee');
        await scene.see('#todo-title');
        await scene.page.context().setOffline(true);
        await scene.see('p.state');
      }),
    ],
  },
  {
    name: 'writing an interview',
    as: 'nolwenn.riou',
    states: [
      then('empty', async (scene) => {
        await scene.goto(`/entretiens/nouveau?personne=${await person(scene)}`);
        await scene.see('textarea.note-text');
      }),
      then('nobody yet', async (scene) => {
        await scene.goto('/entretiens/nouveau');
        await scene.see('.sheet .button.primary');
      }),
      then('templates', async (scene) => {
        await write(scene, '');
        await scene.page.locator('textarea.note-text').first().press('/');
        await scene.see('[role=option]');
      }),
      then('goals and steps in the text', async (scene) => {
        await write(scene, 'Elle cherche.\nObjectif : devenir soudeuse\n- [ ] Écrire au lycée');
        await scene.page.locator('.understood').last().click();
        await scene.see('.correction');
      }),
      then('a second note', async (scene) => {
        await write(scene, 'Elle cherche un atelier.');
        await scene.press('interviews.add_note', 'main');
        await scene.see('textarea.note-text >> nth=1');
      }),
      then('not kept by the API', async (scene) => {
        await scene.refuse(INTERVIEW, 503, 'request.unavailable', 'POST');
        await write(scene, 'Elle cherche un atelier.');
        await scene.page.locator('header button.primary').click();
        await scene.see('rl-problem, rl-save-indicator');
      }),
      then('the last time is not read', async (scene) => {
        await scene.refuse(RECAP);
        await write(scene, 'Elle cherche un atelier.');
      }),
      then('the last time is being read', async (scene) => {
        await scene.hold(RECAP);
        await scene.goto(`/entretiens/nouveau?personne=${await person(scene)}`);
        await scene.see('rl-skeleton .line.late');
      }),
      then('offline', async (scene) => {
        await write(scene, 'Elle cherche.');
        await scene.page.context().setOffline(true);
        await scene.page.locator('textarea.note-text').first().pressSequentially(' Un atelier.');
        await scene.see('rl-save-indicator');
      }),
    ],
  },
  {
    name: 'a sealed interview',
    as: 'nolwenn.riou',
    states: reading({
      path: async (scene) => {
        const id = await person(scene);
        const { items } = await scene.read<{ items: { id: string; kind: string }[] }>(`/api/beneficiaries/${id}/timeline`);
        return `/entretiens/${items.find(({ kind }) => kind === 'interview')?.id ?? ''}`;
      },
      reads: INTERVIEW,
      ready: 'rl-sealed-interview',
    }),
  },
  {
    name: 'the plan of a person',
    as: 'nolwenn.riou',
    states: [
      ...reading({ path: plan, reads: PLAN, ready: 'form.new-goal', empty: (scene) => scene.answer(PLAN, emptied) }),
      then('a goal and its steps', openPlan),
      inStep('another day', 'interviews.plan.date_of', 'form.change'),
      inStep('another hand', 'interviews.plan.owner_of', '.change'),
      inStep('what came of it', 'interviews.plan.outcome_of', 'form.change'),
      then('over', async (scene) => {
        await openPlan(scene);
        for (const summary of await scene.page.locator('main summary').all()) await summary.click();
        await scene.see('.over');
      }),
      then('rewording', async (scene) => {
        await openPlan(scene);
        await scene.press('interviews.plan.reword', 'section.goal');
        await scene.see('section.goal input');
      }),
    ],
  },
];

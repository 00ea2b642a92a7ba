import { randomUUID } from 'node:crypto';
import { civilDateIn, plusDays, reviewAfter, type Role } from '@relais/domain';
import {
  aBeneficiary,
  apiFor,
  aSupport,
  type Professional,
  type TestApi,
  TestClock,
  testDatabase,
  type TestDatabase,
} from '@relais/testing';
import { InterviewsApi } from './index';

let db: TestDatabase;
let api: TestApi;
let clock: TestClock;
let nadia: Professional;
let colleague: Professional;
let partner: Professional;
let stranger: Professional;
let overseas: Professional;
let beneficiaryId: string;

beforeAll(async () => {
  db = await testDatabase();
  clock = new TestClock();
  api = await apiFor(db, [InterviewsApi], { clock });
  nadia = await db.as.counsellor();
  colleague = await db.as.counsellor({ unitId: nadia.actor.unitId });
  partner = await db.as.counsellor();
  stranger = await db.as.counsellor();
  overseas = await db.as.counsellor({ region: '04' });
});
beforeEach(async () => {
  ({ id: beneficiaryId } = await aBeneficiary(db, { lead_post_id: nadia.actor.postId, given_name: 'Awa', family_name: 'Diallo' }));
  await aSupport(db, { beneficiary_id: beneficiaryId, unit_id: partner.actor.unitId });
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const today = () => civilDateIn('Europe/Paris', clock.now());
const create = (path: string, body: object, who = nadia) =>
  api
    .as(who)
    .post(`/api/${path}`)
    .set('idempotency-key', randomUUID())
    .send({ beneficiaryId, ...body });
const move = (path: string, version: number, body: object = {}, who = nadia) =>
  api.as(who).post(`/api/${path}`).set('if-match', `"${version}"`).send(body);
const change = (path: string, version: number, body: object, who = nadia) =>
  api.as(who).patch(`/api/${path}`).set('if-match', `"${version}"`).send(body);
const plan = (who = nadia, id = beneficiaryId) => api.as(who).get(`/api/beneficiaries/${id}/plan`);
const told = (id: string) =>
  db
    .rows<{ event: string }>(`select event from app.outbox where payload ->> 'objectId' = $1 order by id`, [id])
    .then((all) => all.map(({ event }) => event));

describe('a goal', () => {
  it('is set in the words of the person, tagged afterwards, looked at again in six months, and met with its outcome', async () => {
    const { body: goal } = await create('goals', { words: 'Devenir boulangère' }).expect(201);
    expect(goal).toMatchObject({ words: 'Devenir boulangère', theme: null, status: 'open', reviewOn: reviewAfter(today()), version: 1 });
    expect((await change(`goals/${goal.id}`, 1, { theme: 'training' }).expect(200)).body).toMatchObject({ theme: 'training', version: 2 });
    await change(`goals/${goal.id}`, 1, { words: 'Autre' }).expect(412);
    expect((await move(`goals/${goal.id}/meet`, 2, { outcome: 'CAP signé' }).expect(200)).body).toMatchObject({
      status: 'met',
      outcome: 'CAP signé',
    });
    expect((await change(`goals/${goal.id}`, 3, { words: 'Autre' }).expect(409)).body.code).toBe('goal.settled');
    expect((await move(`goals/${goal.id}/drop`, 3).expect(409)).body.code).toBe('goal.settled');
    await move(`goals/${goal.id}/reopen`, 3).expect(200);
    expect(await told(goal.id)).toEqual(['goal.set', 'goal.changed', 'goal.met', 'goal.reopened']);
  });

  it('is followed by both operators that accompany, whoever set it', async () => {
    const { body: goal } = await create('goals', { words: 'Un logement' }).expect(201);
    expect((await plan(partner).expect(200)).body.goals).toMatchObject([{ id: goal.id }]);
    await move(`goals/${goal.id}/drop`, 1, { outcome: 'Elle préfère attendre' }, partner).expect(200);
  });

  it('comes out of the text of an interview with its steps, once for the same words', async () => {
    const log = (body: string, audience = 'network') =>
      create('interviews', { mode: 'on_site', happenedAt: clock.now(), seal: true, notes: [{ audience, body }] });
    const first = await log('Objectif : devenir boulangère #formation\n- [ ] Appeler le CFA\n\n- [ ] Autre chose @personne').expect(201);
    expect(first.body.goals).toMatchObject([{ words: 'devenir boulangère', theme: 'training', status: 'open' }]);
    await log('objectif : Devenir boulangère\n- [ ] Trouver un patron @structure').expect(201);
    await log('Objectif : quitter la maison', 'self').expect(201);
    const { body } = await plan().expect(200);
    const [goal] = body.goals;
    expect(body.goals).toMatchObject([{ words: 'devenir boulangère' }, { words: 'quitter la maison' }]);
    const steps = body.actions.map((step: { words: string; goalId: string | null }) => [step.words, step.goalId === goal.id]).sort();
    expect(steps).toEqual([
      ['Appeler le CFA', true],
      ['Autre chose', false],
      ['Trouver un patron', true],
    ]);
    expect((await plan(partner).expect(200)).body.goals).toHaveLength(1);
    expect((await plan(colleague).expect(200)).body.goals).toHaveLength(1);
  });
});

describe('a step', () => {
  it('is postponed with its reason, and the day it was first due stays known', async () => {
    const { body: step } = await create('actions', { words: 'Appeler le CFA', owner: 'staff', dueOn: plusDays(today(), -2) }).expect(201);
    expect(step).toMatchObject({ owner: 'staff', ownerPostId: nadia.actor.postId, status: 'open' });
    const early = await move(`actions/${step.id}/postpone`, 1, { dueOn: plusDays(today(), -1), reason: 'x' }).expect(422);
    expect(early.body.code).toBe('action.not_later');
    await move(`actions/${step.id}/postpone`, 1, { dueOn: plusDays(today(), 7) }).expect(422);
    const reason = 'Le CFA est fermé';
    await move(`actions/${step.id}/postpone`, 1, { dueOn: plusDays(today(), 7), reason }).expect(200);
    const { body: again } = await move(`actions/${step.id}/postpone`, 2, { dueOn: plusDays(today(), 14), reason: 'Encore' }).expect(200);
    expect(again).toMatchObject({ dueOn: plusDays(today(), 14), postponedFrom: plusDays(today(), -2), postponedBecause: 'Encore' });
  });

  it('is given to a colleague, the unit or the person, never to another operator', async () => {
    const { body: step } = await create('actions', { words: 'Lettre', owner: 'person' }).expect(201);
    const assign = (version: number, body: object) => move(`actions/${step.id}/assign`, version, body);
    const given = await assign(1, { owner: 'staff', postId: colleague.actor.postId }).expect(200);
    expect(given.body).toMatchObject({ owner: 'staff', ownerPostId: colleague.actor.postId });
    expect(given.body.ownerName).toBeTruthy();
    const foreign = await assign(2, { owner: 'staff', postId: partner.actor.postId }).expect(422);
    expect(foreign.body.errors[0].pointer).toBe('/postId');
    expect((await assign(2, { owner: 'unit' }).expect(200)).body).toMatchObject({ owner: 'unit', ownerPostId: null });
    expect((await assign(3, { owner: 'person' }).expect(200)).body).toMatchObject({ owner: 'person', ownerName: null });
  });

  it('is done with an outcome or dropped, and then no longer changed', async () => {
    const { body: step } = await create('actions', { words: 'CV', owner: 'person' }).expect(201);
    await move(`actions/${step.id}/done`, 1, { outcome: 'Envoyé' }, partner).expect(200);
    for (const [path, body] of [
      ['drop', {}],
      ['assign', { owner: 'unit' }],
      ['postpone', { dueOn: plusDays(today(), 3), reason: 'x' }],
    ] as const)
      expect((await move(`actions/${step.id}/${path}`, 2, body).expect(409)).body.code).toBe('action.settled');
    expect((await change(`actions/${step.id}`, 2, { words: 'x' }).expect(409)).body.code).toBe('action.settled');
  });

  it('stands under a goal of the same person only', async () => {
    const { body: goal } = await create('goals', { words: 'Permis' }).expect(201);
    const { body: step } = await create('actions', { words: 'Code', owner: 'person', goalId: goal.id }).expect(201);
    expect(step.goalId).toBe(goal.id);
    const other = await aBeneficiary(db, { lead_post_id: nadia.actor.postId });
    const foreign = await create('actions', { beneficiaryId: other.id, words: 'Code', owner: 'person', goalId: goal.id }).expect(422);
    expect(foreign.body.errors[0].pointer).toBe('/goalId');
    expect((await change(`actions/${step.id}`, 1, { goalId: null, dueOn: plusDays(today(), 2) }).expect(200)).body.goalId).toBeNull();
  });
});

describe('the plan as a whole', () => {
  it('keeps the order that was agreed, and is reviewed for six more months', async () => {
    const goals = [];
    for (const words of ['Un', 'Deux', 'Trois']) goals.push((await create('goals', { words }).expect(201)).body);
    const order = [...goals].reverse().map(({ id }) => id);
    const put = api.as(nadia).put(`/api/beneficiaries/${beneficiaryId}/plan/order`).send({ order });
    expect((await put.expect(200)).body.goals.map(({ words }: { words: string }) => words)).toEqual(['Trois', 'Deux', 'Un']);
    await api
      .as(nadia)
      .put(`/api/beneficiaries/${beneficiaryId}/plan/order`)
      .send({ order: ['x'] })
      .expect(422);
    await change(`goals/${goals[0].id}`, 1, { reviewOn: plusDays(today(), 5) }).expect(200);
    expect((await plan()).body.reviewOn).toBe(plusDays(today(), 5));
    const reviewed = await api.as(nadia).post(`/api/beneficiaries/${beneficiaryId}/plan/review`).send({}).expect(200);
    expect(reviewed.body.reviewOn).toBe(reviewAfter(today()));
    expect(await told(beneficiaryId)).toEqual(['plan.reviewed']);
  });

  it('leaves a trace of each reading', async () => {
    await plan(partner).expect(200);
    const trace = await db.rows(`select post_id from app.audit where beneficiary_id = $1 and action = 'plan.read'`, [beneficiaryId]);
    expect(trace).toEqual([{ post_id: partner.actor.postId }]);
  });
});

describe('what one reads again beside the editor', () => {
  it('is the last notes one may read, the open goals and what was promised, and the reading is journalled', async () => {
    const log = (body: string, audience: string, days: number) =>
      create('interviews', {
        mode: 'phone',
        happenedAt: `${plusDays(today(), -days)}T09:00:00.000Z`,
        seal: true,
        notes: [{ audience, body }],
      }).expect(201);
    await log('Pour moi seule', 'self', 3);
    await log('Pour tous\n- [ ] Appeler le CFA', 'network', 2);
    await log('Pour mon opérateur', 'operator', 1);
    await create('goals', { words: 'Permis' }).expect(201);
    const recap = async (who: Professional) => (await api.as(who).get(`/api/beneficiaries/${beneficiaryId}/recap`).expect(200)).body;
    const bodies = ({ interviews }: { interviews: { notes: { body: string }[] }[] }) => interviews.map(({ notes }) => notes[0]?.body);
    const mine = await recap(nadia);
    expect(mine).toMatchObject({ name: 'Awa Diallo', goals: [{ words: 'Permis' }], actions: [{ words: 'Appeler le CFA' }] });
    expect(bodies(mine)).toEqual(['Pour mon opérateur', 'Pour tous\n- [ ] Appeler le CFA', 'Pour moi seule']);
    expect(bodies(await recap(partner))).toEqual(['Pour tous\n- [ ] Appeler le CFA']);
    const trace = await db.rows(`select id from app.audit where beneficiary_id = $1 and action = 'interview.recap_read'`, [beneficiaryId]);
    expect(trace).toHaveLength(2);
  });
});

describe('who may', () => {
  const everyRoute = (who: Professional, person: string, goal: string, action: string) => [
    plan(who, person),
    api.as(who).get(`/api/beneficiaries/${person}/recap`),
    api.as(who).put(`/api/beneficiaries/${person}/plan/order`).send({ order: [] }),
    api.as(who).post(`/api/beneficiaries/${person}/plan/review`).send({}),
    create('goals', { beneficiaryId: person, words: 'x' }, who),
    create('actions', { beneficiaryId: person, words: 'x', owner: 'person' }, who),
    change(`goals/${goal}`, 1, { words: 'x' }, who),
    ...['meet', 'drop', 'reopen'].map((name) => move(`goals/${goal}/${name}`, 1, {}, who)),
    change(`actions/${action}`, 1, { words: 'x' }, who),
    ...['done', 'drop', 'reopen'].map((name) => move(`actions/${action}/${name}`, 1, {}, who)),
    move(`actions/${action}/postpone`, 1, { dueOn: plusDays(today(), 9), reason: 'x' }, who),
    move(`actions/${action}/assign`, 1, { owner: 'unit' }, who),
  ];

  it('another region and an operator that does not accompany get what an identifier of nobody gets', async () => {
    const { body: goal } = await create('goals', { words: 'Permis' }).expect(201);
    const { body: action } = await create('actions', { words: 'Code', owner: 'person' }).expect(201);
    for (const who of [overseas, stranger]) {
      const real = await Promise.all(everyRoute(who, beneficiaryId, goal.id, action.id));
      const none = await Promise.all(everyRoute(who, randomUUID(), randomUUID(), randomUUID()));
      const plain = (answers: typeof real) => answers.map(({ status, body }) => ({ status, ...body, requestId: '' }));
      expect(real.map(({ status }) => status)).toEqual(real.map(() => 404));
      expect(plain(real)).toEqual(plain(none));
    }
  });

  const REFUSED: readonly [keyof TestDatabase['as'], Role][] = [
    ['operatorAdministrator', 'operator_administrator'],
    ['regionalCoordinator', 'regional_coordinator'],
    ['dataProtectionOfficer', 'data_protection_officer'],
  ];

  it.each(REFUSED)('an %s neither reads nor writes a plan', async (name) => {
    const who = await db.as[name]({ unitId: nadia.actor.unitId });
    const answers = await Promise.all(everyRoute(who, beneficiaryId, randomUUID(), randomUUID()));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
  });
});

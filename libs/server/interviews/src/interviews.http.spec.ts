import { randomUUID } from 'node:crypto';
import { type Instant, plusMinutes, type Role } from '@relais/domain';
import {
  aBeneficiary,
  apiFor,
  aSupport,
  type Professional,
  type TestApi,
  TestClock,
  testDatabase,
  type TestDatabase,
  watchNextRead,
} from '@relais/testing';
import { InterviewsApi } from './index';

const NOW = '2026-11-23T10:00:00.000Z' as Instant;

let db: TestDatabase;
let api: TestApi;
let clock: TestClock;
let nadia: Professional;
let colleague: Professional;
let partner: Professional;
let overseas: Professional;
let beneficiaryId: string;

beforeAll(async () => {
  db = await testDatabase();
  clock = new TestClock();
  api = await apiFor(db, [InterviewsApi], { clock });
  nadia = await db.as.counsellor();
  colleague = await db.as.counsellor({ unitId: nadia.actor.unitId });
  partner = await db.as.counsellor();
  overseas = await db.as.counsellor({ region: '04' });
  ({ id: beneficiaryId } = await aBeneficiary(db, { lead_post_id: nadia.actor.postId, given_name: 'Awa', family_name: 'Diallo' }));
  await aSupport(db, { beneficiary_id: beneficiaryId, unit_id: partner.actor.unitId });
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const call = { mode: 'phone', happenedAt: NOW };
const log = (body: object = {}, who = nadia, key: string = randomUUID()) =>
  api
    .as(who)
    .post('/api/interviews')
    .set('idempotency-key', key)
    .send({ beneficiaryId, ...call, ...body });
const keep = (id: string, version: number, body: object, who = nadia) =>
  api.as(who).patch(`/api/interviews/${id}`).set('if-match', `"${version}"`).send(body);
const seal = (id: string, version: number, who = nadia) =>
  api.as(who).post(`/api/interviews/${id}/seal`).set('if-match', `"${version}"`).send({});
const show = (id: string, who = nadia) => api.as(who).get(`/api/interviews/${id}`);
const events = (id: string) =>
  db
    .rows<{ event: string }>(`select event from app.outbox where payload ->> 'objectId' = $1 order by id`, [id])
    .then((all) => all.map(({ event }) => event));

describe('logging an interview', () => {
  it('begins a draft that only its author reads', async () => {
    const { body, headers } = await log({ notes: [{ audience: 'network', body: 'Premier appel.' }] }).expect(201);
    expect(body).toMatchObject({ name: 'Awa Diallo', status: 'draft', mine: true, twoWay: true, why: 'why.own_work', version: 1 });
    expect(body.notes).toMatchObject([{ audience: 'network', body: 'Premier appel.', mine: true }]);
    expect(headers['etag']).toBe('"1"');
    await show(body.id).expect(200);
    await show(body.id, colleague).expect(404);
    await show(body.id, partner).expect(404);
  });

  it('has one effect for a double click, and for another tab with the same key', async () => {
    const key = randomUUID();
    const notes = [{ audience: 'team', body: 'Deux clics.' }];
    const [first, second] = await Promise.all([log({ notes }, nadia, key), log({ notes }, nadia, key)]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).toBe(first.body.id);
    const made = await db.rows(`select id from app.note where body = 'Deux clics.'`);
    expect(made).toHaveLength(1);
  });

  it('logs and seals a call in one go', async () => {
    const { body } = await log({
      seal: true,
      notes: [{ audience: 'operator', body: 'A rappelé, tout va bien.\n- [ ] Envoyer le plan @moi 30/11' }],
    }).expect(201);
    expect(body).toMatchObject({ status: 'sealed', version: 2 });
    expect(body.actions).toMatchObject([{ words: 'Envoyer le plan', owner: 'staff', dueOn: '2026-11-30', status: 'open' }]);
    expect(await events(body.id)).toEqual(['interview.logged', 'interview.sealed']);
  });

  it('refuses a quick trace without a word, and keeps nothing of it', async () => {
    const before = await db.rows('select id from app.interview');
    const { body } = await log({ seal: true, notes: [{ audience: 'operator', body: '   ' }] }).expect(422);
    expect(body.code).toBe('interview.empty');
    expect(await db.rows('select id from app.interview')).toHaveLength(before.length);
  });

  it('needs a file that one sees: a person of another region or of nobody is the same nothing', async () => {
    const hidden = await log({}, overseas).expect(404);
    const nobody = await log({ beneficiaryId: randomUUID() }).expect(404);
    expect({ ...hidden.body, requestId: '' }).toEqual({ ...nobody.body, requestId: '' });
  });

  it('points to a moment that has not come, and to an appointment of somebody else', async () => {
    const later = await log({ happenedAt: plusMinutes(clock.now(), 3000) }).expect(422);
    expect(later.body.errors[0].pointer).toBe('/happenedAt');
    const foreign = await log({ appointmentId: randomUUID() }).expect(422);
    expect(foreign.body.errors[0].pointer).toBe('/appointmentId');
  });
});

describe('the autosave of a draft', () => {
  it('keeps fields and notes, adds a note, changes one, takes an empty one out', async () => {
    const { body: draft } = await log({ notes: [{ audience: 'operator', body: 'Un' }] }).expect(201);
    const kept = await keep(draft.id, 1, {
      mode: 'mail',
      themes: ['housing', 'housing', 'training'],
      minutes: 30,
      notes: [
        { audience: 'operator', body: 'Un et demi' },
        { audience: 'self', body: 'Pour moi' },
      ],
    }).expect(200);
    expect(kept.body).toMatchObject({ mode: 'mail', themes: ['housing', 'training'], minutes: 30, twoWay: false, version: 2 });
    expect(kept.body.notes).toMatchObject([{ body: 'Un et demi' }, { audience: 'self', body: 'Pour moi' }]);
    const after = await keep(draft.id, 2, { minutes: null, notes: [{ audience: 'self', body: '' }] }).expect(200);
    expect(after.body).toMatchObject({ minutes: null, version: 3 });
    expect(after.body.notes).toHaveLength(1);
  });

  it('refuses a stale tab, and a save that does not say what it read', async () => {
    const { body: draft } = await log().expect(201);
    await keep(draft.id, 1, { minutes: 10 }).expect(200);
    const stale = await keep(draft.id, 1, { minutes: 20 }).expect(412);
    expect(stale.body.code).toBe('request.version_stale');
    await api.as(nadia).patch(`/api/interviews/${draft.id}`).send({ minutes: 20 }).expect(428);
    expect((await show(draft.id)).body.minutes).toBe(10);
  });

  it('lets one of two tabs win when both save at once', async () => {
    const { body: draft } = await log().expect(201);
    const answers = await Promise.all([1, 2, 3, 4].map((minutes) => keep(draft.id, 1, { minutes })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it('records that a note of the draft was opened to more readers', async () => {
    const { body: draft } = await log({ notes: [{ audience: 'team', body: 'À partager' }] }).expect(201);
    const [note] = draft.notes;
    const { body } = await keep(draft.id, 1, { notes: [{ id: note.id, audience: 'network', body: 'À partager' }] }).expect(200);
    expect(body.notes).toMatchObject([{ id: note.id, audience: 'network' }]);
    const trace = await db.rows(`select reason from app.audit where object_id = $1 and action = 'note.widened'`, [note.id]);
    expect(trace).toEqual([{ reason: 'team>network' }]);
  });

  it('does not write in a note that is not of this draft', async () => {
    const { body: draft } = await log().expect(201);
    const { body } = await keep(draft.id, 1, { notes: [{ id: randomUUID(), audience: 'team', body: 'x' }] }).expect(422);
    expect(body.errors[0].pointer).toBe('/notes/0/id');
  });
});

describe('sealing', () => {
  it('refuses an empty interview, and a second seal', async () => {
    const { body: draft } = await log().expect(201);
    expect((await seal(draft.id, 1).expect(422)).body.code).toBe('interview.empty');
    await keep(draft.id, 1, { notes: [{ audience: 'operator', body: 'Fait le point.' }] }).expect(200);
    const answers = await Promise.all([seal(draft.id, 2), seal(draft.id, 2)]);
    expect(answers.map(({ status }) => status).sort()[0]).toBe(200);
    expect([409, 412]).toContain(answers.map(({ status }) => status).sort()[1]);
    expect((await seal(draft.id, 3).expect(409)).body.code).toBe('interview.sealed');
    expect((await events(draft.id)).filter((event) => event === 'interview.sealed')).toHaveLength(1);
  });

  it('refuses to change what was sealed, says whose it is, and takes an addendum', async () => {
    const { body: sealed } = await log({ seal: true, notes: [{ audience: 'network', body: 'Scellé.' }] }).expect(201);
    expect((await keep(sealed.id, 2, { minutes: 5 }).expect(409)).body.code).toBe('interview.sealed');
    expect((await keep(sealed.id, 2, { minutes: 5 }, colleague).expect(403)).body.code).toBe('interview.not_author');
    const add = (who: Professional) =>
      api
        .as(who)
        .post(`/api/interviews/${sealed.id}/addenda`)
        .set('idempotency-key', randomUUID())
        .send({ audience: 'network', body: 'Précision.' });
    expect((await add(colleague).expect(403)).body.code).toBe('interview.not_author');
    const { body } = await add(nadia).expect(201);
    expect(body.notes).toMatchObject([
      { body: 'Scellé.', addendum: false },
      { body: 'Précision.', addendum: true },
    ]);
    const { body: draft } = await log().expect(201);
    const early = api.as(nadia).post(`/api/interviews/${draft.id}/addenda`).set('idempotency-key', randomUUID());
    expect((await early.send({ audience: 'network', body: 'Trop tôt' }).expect(409)).body.code).toBe('interview.not_sealed');
  });

  it('plans the next meeting, honours the one it came from, and moves the last contact forward, never back', async () => {
    const { id: personId } = await aBeneficiary(db, { lead_post_id: nadia.actor.postId });
    const { actor } = nadia;
    const [appointment] = await db.arranging('53').rows<{ id: string }>(
      `insert into app.appointment (region, id, beneficiary_id, operator_id, unit_id, post_id, starts_at, minutes)
       values ('53', gen_random_uuid(), $1, $2, $3, $4, $5, 45) returning id`,
      [personId, actor.operatorId, actor.unitId, actor.postId, NOW],
    );
    const nextMeetingAt = '2026-12-01T14:00:00.000Z';
    const body = {
      beneficiaryId: personId,
      appointmentId: appointment?.id,
      nextMeetingAt,
      seal: true,
      notes: [{ audience: 'operator', body: 'Vu.' }],
    };
    await log(body).expect(201);
    const slots = await db.rows<{ status: string }>('select status from app.appointment where beneficiary_id = $1 order by starts_at', [
      personId,
    ]);
    expect(slots).toEqual([{ status: 'honoured' }, { status: 'planned' }]);
    const last = async () =>
      (await db.rows<{ at: string }>('select last_contact_at as at from app.beneficiary where id = $1', [personId]))[0]?.at;
    expect(await last()).toBe(NOW);
    const older = {
      beneficiaryId: personId,
      happenedAt: '2026-11-01T10:00:00.000Z',
      seal: true,
      notes: [{ audience: 'operator', body: 'Avant.' }],
    };
    await log(older).expect(201);
    expect(await last()).toBe(NOW);
  });

  it('takes a letter and the word of a third party for no contact', async () => {
    const { id: personId } = await aBeneficiary(db, { lead_post_id: nadia.actor.postId });
    for (const mode of ['mail', 'third_party'])
      await log({ beneficiaryId: personId, mode, seal: true, notes: [{ audience: 'operator', body: 'Écrit.' }] }).expect(201);
    expect(await db.rows('select last_contact_at as at from app.beneficiary where id = $1', [personId])).toEqual([{ at: null }]);
  });
});

describe('actions', () => {
  it('ticks an action once, refuses a stale tick, and takes the tick back', async () => {
    const { body } = await log({ seal: true, notes: [{ audience: 'network', body: '- [ ] Prendre rendez-vous @personne' }] }).expect(201);
    const [action] = body.actions;
    const tick = (version: number) =>
      api.as(partner).post(`/api/actions/${action.id}/done`).set('if-match', `"${version}"`).send({ outcome: 'Pris' });
    const done = await tick(1).expect(200);
    expect(done.body).toMatchObject({ status: 'done', outcome: 'Pris', owner: 'person', version: 2 });
    await tick(1).expect(412);
    const reopened = await api.as(partner).post(`/api/actions/${action.id}/reopen`).set('if-match', '"2"').send({}).expect(200);
    expect(reopened.body).toMatchObject({ status: 'open', doneAt: null, outcome: null });
  });

  it('keeps what a private note asks to be done as private as the note', async () => {
    const { body } = await log({ seal: true, notes: [{ audience: 'self', body: '- [ ] Signaler mon inquiétude' }] }).expect(201);
    expect(body.actions).toHaveLength(1);
    expect((await show(body.id, colleague).expect(200)).body).toMatchObject({ notes: [], actions: [] });
    expect((await show(body.id, partner).expect(200)).body).toMatchObject({ notes: [], actions: [] });
    await api.as(partner).post(`/api/actions/${body.actions[0].id}/done`).set('if-match', '"1"').send({}).expect(404);
  });
});

describe('reading', () => {
  it('journals each read of an interview, with the person', async () => {
    const { body } = await log({ seal: true, notes: [{ audience: 'network', body: 'Lu.' }] }).expect(201);
    await show(body.id, partner).expect(200);
    await show(body.id, overseas).expect(404);
    const trace = await db.rows(`select post_id, beneficiary_id from app.audit where object_id = $1 and action = 'interview.read'`, [
      body.id,
    ]);
    expect(trace).toEqual([{ post_id: partner.actor.postId, beneficiary_id: beneficiaryId }]);
  });

  it('takes one round trip for an interview and its trace in the journal', async () => {
    const { body } = await log({ notes: [{ audience: 'network', body: 'Lu.' }] }).expect(201);
    const left = await watchNextRead(api);
    await show(body.id).expect(200);
    expect(left.filter((when) => when === 'later')).toHaveLength(1);
    expect(left.length).toBeGreaterThan(5);
  });

  it('lists my drafts page by page, and only mine', async () => {
    const author = await db.as.counsellor({ unitId: nadia.actor.unitId });
    for (const day of ['01', '02', '03'])
      await log({ happenedAt: `2026-11-${day}T10:00:00.000Z`, notes: [{ audience: 'self', body: `Jour ${day}` }] }, author).expect(201);
    const first = await api.as(author).get('/api/interviews?box=drafts&limit=2').expect(200);
    expect(first.body.items.map(({ words }: { words: string }) => words)).toEqual(['Jour 03', 'Jour 02']);
    const second = await api.as(author).get(`/api/interviews?box=drafts&limit=2&after=${first.body.next}`).expect(200);
    expect(second.body.items.map(({ words }: { words: string }) => words)).toEqual(['Jour 01']);
    expect(second.body.next).toBeNull();
    const forged = Buffer.from(JSON.stringify(['hier', 'moi'])).toString('base64url');
    await api.as(author).get(`/api/interviews?box=drafts&after=${forged}`).expect(422);
  });
});

describe('who may', () => {
  const REFUSED: readonly [keyof TestDatabase['as'], Role][] = [
    ['operatorAdministrator', 'operator_administrator'],
    ['regionalManager', 'regional_manager'],
    ['regionalCoordinator', 'regional_coordinator'],
    ['regionalAdministrator', 'regional_administrator'],
    ['dataProtectionOfficer', 'data_protection_officer'],
  ];

  it.each(REFUSED)('an %s reads and writes no interview', async (name) => {
    const who = await db.as[name]({ unitId: nadia.actor.unitId });
    const { body } = await log({ seal: true, notes: [{ audience: 'network', body: 'Fermé.' }] }).expect(201);
    const answers = [
      await show(body.id, who),
      await log({}, who),
      await keep(body.id, 2, {}, who),
      await seal(body.id, 2, who),
      await api.as(who).get('/api/day'),
      await api.as(who).get('/api/interviews?box=drafts'),
      await api.as(who).post(`/api/actions/${randomUUID()}/done`).set('if-match', '"1"').send({}),
      await api.as(who).put(`/api/notes/${body.notes[0].id}/audience`).set('if-match', '"1"').send({ audience: 'person' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
  });

  it('another region gets for every route what an identifier of nobody gets', async () => {
    const { body } = await log({ seal: true, notes: [{ audience: 'network', body: '- [ ] Rien' }] }).expect(201);
    const ask = (id: string, noteId: string, actionId: string) => [
      show(id, overseas),
      keep(id, 2, { minutes: 1 }, overseas),
      seal(id, 2, overseas),
      api.as(overseas).post(`/api/interviews/${id}/addenda`).set('idempotency-key', randomUUID()).send({ audience: 'self', body: 'x' }),
      api.as(overseas).put(`/api/notes/${noteId}/audience`).set('if-match', '"1"').send({ audience: 'self' }),
      api.as(overseas).post(`/api/actions/${actionId}/done`).set('if-match', '"1"').send({}),
    ];
    const real = await Promise.all(ask(body.id, body.notes[0].id, body.actions[0].id));
    const none = await Promise.all(ask(randomUUID(), randomUUID(), randomUUID()));
    const plain = (answers: typeof real) => answers.map((answer) => ({ status: answer.status, ...answer.body, requestId: '' }));
    expect(plain(real)).toEqual(plain(none));
    expect(real.map(({ status }) => status)).toEqual(real.map(() => 404));
  });

  it('nobody without a session is told anything', async () => {
    await api.request.get('/api/day').expect(401);
    await api.request.post('/api/interviews').send({}).expect(401);
  });
});

import { randomUUID } from 'node:crypto';
import { NOTE_AUDIENCES, type NoteAudience } from '@relais/domain';
import { aBeneficiary, apiFor, aSupport, aUnit, type Professional, type TestApi, testDatabase, type TestDatabase } from '@relais/testing';
import { InterviewsApi } from './index';

/** Written by hand from domain.md §2: which notes of a sealed interview each reader gets, and why. */
const READS: Readonly<Record<string, Readonly<Partial<Record<NoteAudience, string>>>>> = {
  'the author': {
    self: 'why.own_work',
    team: 'why.own_work',
    operator: 'why.own_work',
    network: 'why.own_work',
    person: 'why.own_work',
  },
  'a colleague of the unit': { team: 'why.same_team', operator: 'why.same_team', network: 'why.same_team', person: 'why.same_team' },
  'a colleague of another site that accompanies too': {
    operator: 'why.same_operator',
    network: 'why.same_operator',
    person: 'why.same_operator',
  },
  'another operator that accompanies': { network: 'why.shared_with_network', person: 'why.shared_with_person' },
};

let db: TestDatabase;
let api: TestApi;
let readers: Record<string, Professional>;
let stranger: Professional;
let overseas: Professional;
let beneficiaryId: string;
let interviewId: string;

type Note = { id: string; audience: NoteAudience; why: string; version: number; body: string };

async function log(who: Professional): Promise<{ id: string; notes: Note[] }> {
  const notes = NOTE_AUDIENCES.map((audience) => ({ audience, body: `Pour ${audience}\n- [ ] Agir pour ${audience}` }));
  const body = { beneficiaryId, mode: 'on_site', happenedAt: '2026-11-20T09:00:00.000Z', seal: true, notes };
  return (await api.as(who).post('/api/interviews').set('idempotency-key', randomUUID()).send(body).expect(201)).body;
}

const show = (who: Professional, id = interviewId) => api.as(who).get(`/api/interviews/${id}`);

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [InterviewsApi]);
  const site = await aUnit(db);
  const otherSite = await aUnit(db, { operator_id: site.operator_id });
  const author = await db.as.counsellor({ unitId: site.id });
  readers = {
    'the author': author,
    'a colleague of the unit': await db.as.counsellor({ unitId: site.id }),
    'a colleague of another site that accompanies too': await db.as.counsellor({ unitId: otherSite.id }),
    'another operator that accompanies': await db.as.counsellor(),
  };
  stranger = await db.as.counsellor();
  overseas = await db.as.counsellor({ region: '04' });
  ({ id: beneficiaryId } = await aBeneficiary(db, { lead_post_id: author.actor.postId }));
  for (const reader of Object.values(readers).slice(2)) await aSupport(db, { beneficiary_id: beneficiaryId, unit_id: reader.actor.unitId });
  interviewId = (await log(author)).id;
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const reader = (name: string): Professional => readers[name] ?? stranger;

describe('who reads a note of an interview', () => {
  it.each(Object.keys(READS))('%s gets the notes meant for them, what they ask to be done, and why', async (name) => {
    const { body } = await show(reader(name)).expect(200);
    expect(Object.fromEntries((body.notes as Note[]).map(({ audience, why }) => [audience, why]))).toEqual(READS[name]);
    const words = (body.actions as { words: string }[]).map((action) => action.words).sort();
    expect(words).toEqual(
      Object.keys(READS[name] ?? {})
        .map((audience) => `Agir pour ${audience}`)
        .sort(),
    );
    expect(JSON.stringify(body).includes('Pour self')).toBe(name === 'the author');
  });

  it('an operator that does not accompany and another region get the same nothing', async () => {
    const answers = await Promise.all([show(stranger), show(overseas), show(stranger, randomUUID())]);
    const [first, ...others] = answers.map(({ status, body }) => ({ status, ...body, requestId: '' }));
    expect(first?.status).toBe(404);
    for (const other of others) expect(other).toEqual(first);
  });

  it('tells another operator that it reads the interview because its own support is open', async () => {
    expect((await show(reader('another operator that accompanies'))).body.why).toBe('why.support_open');
  });
});

describe('changing who reads a note', () => {
  const change = (who: Professional, note: Note, audience: NoteAudience, version = note.version) =>
    api.as(who).put(`/api/notes/${note.id}/audience`).set('if-match', `"${version}"`).send({ audience });
  const noteOf = async (audience: NoteAudience): Promise<Note & { interviewId: string }> => {
    const { id, notes } = await log(reader('the author'));
    const note = notes.find((each) => each.audience === audience);
    if (!note) throw new Error('no such note');
    return { ...note, interviewId: id };
  };

  it('widening reaches the other operator at once, takes the action along, and is recorded', async () => {
    const note = await noteOf('operator');
    const partner = reader('another operator that accompanies');
    await change(reader('the author'), note, 'network').expect(200);
    const { body } = await show(partner, note.interviewId).expect(200);
    expect((body.notes as Note[]).map(({ id }) => id)).toContain(note.id);
    expect((body.actions as { words: string }[]).map(({ words }) => words)).toContain('Agir pour operator');
    const trace = await db.rows(`select reason, beneficiary_id from app.audit where object_id = $1 and action = 'note.widened'`, [note.id]);
    expect(trace).toEqual([{ reason: 'operator>network', beneficiary_id: beneficiaryId }]);
  });

  it('narrowing stops further reading, and is recorded', async () => {
    const note = await noteOf('network');
    await change(reader('the author'), note, 'team').expect(200);
    const { body } = await show(reader('another operator that accompanies'), note.interviewId).expect(200);
    expect((body.notes as Note[]).map(({ id }) => id)).not.toContain(note.id);
    expect(await db.rows(`select reason from app.audit where object_id = $1 and action = 'note.narrowed'`, [note.id])).toEqual([
      { reason: 'network>team' },
    ]);
  });

  it('never takes back what the person could read, and leaves the choice to the author', async () => {
    const told = await noteOf('person');
    expect((await change(reader('the author'), told, 'network').expect(409)).body.code).toBe('note.narrowing');
    const note = await noteOf('team');
    expect((await change(reader('a colleague of the unit'), note, 'network').expect(403)).body.code).toBe('note.not_author');
    await change(reader('another operator that accompanies'), note, 'network').expect(404);
    await change(reader('the author'), note, 'operator', 7).expect(412);
  });

  it('the person who opposes sharing is heard at once by the other operator', async () => {
    const say = (status: string): Promise<unknown> =>
      db.arranging('53').rows(`update app.beneficiary set sharing_status = $1 where region = '53' and id = $2`, [status, beneficiaryId]);
    await say('opposed');
    expect((await show(reader('another operator that accompanies')).expect(200)).body.notes).toEqual([]);
    await say('agreed');
    expect((await show(reader('another operator that accompanies')).expect(200)).body.notes).toHaveLength(2);
  });
});

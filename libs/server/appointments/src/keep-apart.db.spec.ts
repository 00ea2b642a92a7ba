import { aBeneficiary, aGroupSession, anAppointment, type Overrides, testDatabase, type TestDatabase } from '@relais/testing';

let db: TestDatabase;
let beneficiaryId: string;
let postId: string;

beforeAll(async () => {
  db = await testDatabase();
  const person = await aBeneficiary(db);
  [beneficiaryId, postId] = [person.id, String(person.lead_post_id)];
});
afterAll(() => db.drop());

const planned = (starts_at: string, more: Overrides = {}) =>
  anAppointment(db, { beneficiary_id: beneficiaryId, starts_at, minutes: 60, alone: true, ...more });
const apart = expect.objectContaining({ code: '23P01', constraint: 'keep_apart' });

describe('meetings planned to stand alone', () => {
  it('are kept apart by the database itself, when they are planned and when they move', async () => {
    await planned('2026-12-01T09:00:00Z');
    await expect(planned('2026-12-01T09:30:00Z')).rejects.toEqual(apart);
    await planned('2026-12-01T09:30:00Z', { alone: false });
    const { id } = await planned('2026-12-01T10:00:00Z');
    const move = db
      .arranging('53')
      .rows(`update app.appointment set starts_at = '2026-12-01T09:59:00Z' where region = '53' and id = $1`, [id]);
    await expect(move).rejects.toEqual(apart);
  });

  it('leave one, whoever writes at the same moment, past the use case', async () => {
    const writes = Array.from({ length: 8 }, () => planned('2026-12-02T09:00:00Z'));
    const written = await Promise.allSettled(writes);
    expect(written.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('are kept apart for the second professional too, and from the sessions one holds', async () => {
    await planned('2026-12-03T09:00:00Z');
    const other = await aBeneficiary(db);
    const second = { beneficiary_id: other.id, with_post_id: postId };
    await expect(planned('2026-12-03T09:00:00Z', second)).rejects.toEqual(apart);
    await aGroupSession(db, { post_id: postId, starts_at: '2026-12-04T09:00:00Z', minutes: 120 });
    await expect(planned('2026-12-04T10:00:00Z')).rejects.toEqual(apart);
  });

  it('free their hour once they are cancelled', async () => {
    await planned('2026-12-05T09:00:00Z', { status: 'cancelled' });
    await planned('2026-12-05T09:00:00Z');
  });
});

describe('the places of a session', () => {
  it('are counted by the database, which refuses one too many', async () => {
    const { id } = await aGroupSession(db, { post_id: postId, capacity: 1, starts_at: '2026-12-08T09:00:00Z' });
    const seat = (more: Overrides = {}) => planned('2026-12-08T09:00:00Z', { group_session_id: id, ...more });
    const first = await seat();
    await expect(seat()).rejects.toEqual(expect.objectContaining({ code: '23514', constraint: 'group_session_seats' }));
    await db.arranging('53').rows(`update app.appointment set status = 'excused' where region = '53' and id = $1`, [first.id]);
    await seat();
    expect(await db.rows('select taken from app.group_session where id = $1', [id])).toEqual([{ taken: 1 }]);
  });
});

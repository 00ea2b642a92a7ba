import { randomUUID } from 'node:crypto';
import { plusDays } from '@relais/domain';
import { apiFor, aUnit, type Professional, type TestApi, testDatabase, type TestDatabase } from '@relais/testing';
import { ContinuityApi } from './index';

let db: TestDatabase;
let api: TestApi;
let nadia: Professional;
let colleague: Professional;
let lead: Professional;
let administrator: Professional;
let partner: Professional;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [ContinuityApi]);
  const above = await aUnit(db, { kind: 'directorate' });
  const site = await aUnit(db, { operator_id: above.operator_id, parent_id: above.id });
  nadia = await db.as.counsellor({ unitId: site.id });
  colleague = await db.as.counsellor({ unitId: site.id });
  lead = await db.as.unitLead({ unitId: site.id });
  administrator = await db.as.operatorAdministrator({ unitId: above.id });
  partner = await db.as.counsellor();
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const inDays = (days: number): string => plusDays(api.clock.today('53'), days);
const fortnight = (from: number): object => ({ kind: 'absence', reason: 'leave', startsOn: inDays(from), endsOn: inDays(from + 13) });
const note = (body: object, who = nadia, of = nadia, key: string = randomUUID()) =>
  api.as(who).post(`/api/posts/${of.actor.postId}/absences`).set('idempotency-key', key).send(body);

describe('noting an absence', () => {
  it('is for oneself, for the lead of the unit, and for the administrator above; colleagues read it', async () => {
    const { body: mine } = await note(fortnight(10)).expect(201);
    expect(mine).toMatchObject({ kind: 'absence', reason: 'leave', away: false, standing: 'own', version: 1 });
    const { body: led } = await note(fortnight(30), lead).expect(201);
    expect(led).toMatchObject({ postId: nadia.actor.postId, standing: 'leads' });
    await note(fortnight(50), administrator).expect(201);
    const { body: refused } = await note(fortnight(70), colleague).expect(403);
    expect(refused.code).toBe('permission.denied');
    await note(fortnight(70), partner).expect(404);
    const { body: read } = await api.as(colleague).get(`/api/absences/${mine.id}`).expect(200);
    expect(read).toMatchObject({ id: mine.id, standing: 'reads' });
    await api.as(partner).get(`/api/absences/${mine.id}`).expect(404);
  });

  it('is refused on days that are noted already, and says so', async () => {
    await note(fortnight(100), colleague, colleague).expect(201);
    const { body } = await note(fortnight(113), colleague, colleague).expect(409);
    expect(body.code).toBe('absence.overlaps');
    await note(fortnight(114), colleague, colleague).expect(201);
  });

  it('asks for an end that is not over; a departure has none', async () => {
    const over = { kind: 'absence', reason: 'leave', startsOn: inDays(-9), endsOn: inDays(-2) };
    expect((await note(over).expect(422)).body.code).toBe('absence.dates');
    expect((await note({ ...fortnight(200), reason: 'moves_on' }).expect(422)).body.code).toBe('absence.reason');
    const leaving = { kind: 'departure', reason: 'moves_on', startsOn: inDays(400), endsOn: null };
    const { body } = await note(leaving).expect(201);
    expect(body).toMatchObject({ kind: 'departure', endsOn: null });
  });
});

describe('the absences of a unit', () => {
  it('are those that are not over, the next one first, for all who work there', async () => {
    const who = await db.as.counsellor({ unitId: nadia.actor.unitId });
    const today = { kind: 'absence', reason: 'training', startsOn: inDays(0), endsOn: inDays(0) };
    const { body: now } = await note(today, who, who).expect(201);
    expect(now.away).toBe(true);
    for (const reader of [colleague, lead, administrator]) {
      const { body } = await api.as(reader).get('/api/absences').expect(200);
      expect(body.items[0]).toMatchObject({ id: now.id });
      expect(body.items.map(({ startsOn }: { startsOn: string }) => startsOn)).toEqual(
        body.items.map(({ startsOn }: { startsOn: string }) => startsOn).sort(),
      );
    }
    expect((await api.as(partner).get('/api/absences').expect(200)).body.items).toEqual([]);
  });
});

describe('cancelling an absence', () => {
  it('is for those who may note it, once they saw its latest version', async () => {
    const who = await db.as.counsellor({ unitId: nadia.actor.unitId });
    const { body } = await note(fortnight(10), who, who).expect(201);
    const cancel = (by: Professional, version: string) => api.as(by).delete(`/api/absences/${body.id}`).set('if-match', version);
    await cancel(colleague, '"1"').expect(403);
    await cancel(partner, '"1"').expect(404);
    await cancel(who, '"7"').expect(412);
    await cancel(lead, '"1"').expect(204);
    await api.as(who).get(`/api/absences/${body.id}`).expect(404);
    const events = await db.rows<{ event: string }>(`select event from app.outbox where payload->>'objectId' = $1 order by id`, [body.id]);
    expect(events.map(({ event }) => event)).toEqual(['absence.noted', 'absence.cancelled']);
  });
});

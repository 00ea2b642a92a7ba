import { randomUUID } from 'node:crypto';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditApi, AuditJobs, RemindOfReviews, WatchReaders } from '@relais/server/audit';
import { BeneficiariesApi } from '@relais/server/beneficiaries';
import { KernelModule } from '@relais/server/kernel';
import {
  aBeneficiary,
  apiFor,
  aUnit,
  type Professional,
  settingsFor,
  type TestApi,
  testDatabase,
  type TestDatabase,
} from '@relais/testing';

let db: TestDatabase;
let api: TestApi;
let worker: INestApplicationContext;
let officer: Professional;
let elsewhere: Professional;

@Module({})
class Worker {}

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [AuditApi, BeneficiariesApi]);
  worker = await NestFactory.createApplicationContext(
    { module: Worker, imports: [KernelModule.forWorker({ settings: settingsFor(db) }), AuditJobs] },
    { logger: false },
  );
  officer = await db.as.dataProtectionOfficer();
  elsewhere = await db.as.dataProtectionOfficer({ region: '04' });
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await db?.drop();
});

const get = async (who: Professional, path: string) => (await api.as(who).get(`/api${path}`).expect(200)).body;
const review = (who: Professional, id: string, body: object) => api.as(who).post(`/api/glasses/${id}/review`).send(body);

/** A counsellor of a unit with a lead above opens a stranger's file in an emergency. */
async function aBrokenGlass() {
  const site = await aUnit(db);
  const team = await aUnit(db, { operator_id: site.operator_id, parent_id: site.id, kind: 'team' });
  const place = { operatorId: site.operator_id };
  const lead = await db.as.unitLead({ ...place, unitId: site.id });
  const who = await db.as.counsellor({ ...place, unitId: team.id });
  const person = await aBeneficiary(db);
  const [card] = await db.rows<{ id: string }>(`select id from app.index_card where region = '53' and beneficiary_id = $1`, [person.id]);
  const { body } = await api
    .as(who)
    .post(`/api/beneficiaries/${card?.id ?? person.id}/glass`)
    .set('idempotency-key', randomUUID())
    .send({ reasonCode: 'danger', reason: 'Appel du lycée : danger immédiat.' })
    .expect(201);
  return { id: body.id as string, lead, who, person };
}

describe('a file opened in an emergency', () => {
  it('waits for a look of the lead above or of the data-protection officer, with a file number and no name', async () => {
    const { id, lead, person } = await aBrokenGlass();
    for (const watcher of [lead, officer]) {
      const line = (await get(watcher, '/glasses')).items.find((each: { id: string }) => each.id === id);
      expect(line).toMatchObject({ fileNumber: expect.stringMatching(/53/), reasonCode: 'danger', overdue: false, verdict: null });
      expect(JSON.stringify(line)).not.toContain(person.family_name);
      expect(line.dueAt > line.openedAt).toBe(true);
    }
    for (const stranger of [await db.as.unitLead(), elsewhere]) {
      expect((await get(stranger, '/glasses')).items.filter((each: { id: string }) => each.id === id)).toEqual([]);
      await review(stranger, id, { verdict: 'justified' }).expect(404);
    }
  });

  it('is reviewed once, never by the one who opened it, with words when it was not justified', async () => {
    const { id, lead, who } = await aBrokenGlass();
    await review(who, id, { verdict: 'justified' }).expect(403);
    expect((await review(lead, id, { verdict: 'unjustified' }).expect(422)).body.errors).toMatchObject([{ pointer: '/note' }]);
    const { body } = await review(lead, id, { verdict: 'unjustified', note: 'La personne était suivie, il suffisait d’appeler.' }).expect(
      200,
    );
    expect(body).toMatchObject({ verdict: 'unjustified', reviewedBy: expect.any(String) });
    expect((await review(officer, id, { verdict: 'justified' }).expect(409)).body.code).toBe('glass.reviewed');
    expect((await get(lead, '/glasses?box=done')).items[0]).toMatchObject({ id, verdict: 'unjustified' });
    const facts = await db.rows(`select 1 from app.audit where region = '53' and action = 'glass.reviewed' and object_id = $1`, [id]);
    expect(facts).toHaveLength(1);
  });

  it('has one winner when two review it at one instant', async () => {
    const { id, lead } = await aBrokenGlass();
    const answers = await Promise.all([lead, officer].map((each) => review(each, id, { verdict: 'justified' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is told once more when nobody looked in five working days, whatever the number of workers', async () => {
    const { id } = await aBrokenGlass();
    await db.arranging('53').rows(`update app.glass set review_due_at = now() - interval '1 hour' where region = '53' and id = $1`, [id]);
    await Promise.all([1, 2, 3].map(() => worker.get(RemindOfReviews, { strict: false }).execute('53')));
    const told = await db.rows(
      `select 1 from app.outbox where region = '53' and event = 'glass.review_overdue' and payload->>'objectId' = $1`,
      [id],
    );
    expect(told).toHaveLength(1);
    expect((await get(officer, '/glasses')).items.find((each: { id: string }) => each.id === id)).toMatchObject({ overdue: true });
  });
});

describe('reading that looks like curiosity', () => {
  const watch = () => worker.get(WatchReaders, { strict: false }).execute('53');
  const told = async (who: Professional) =>
    (await get(officer, '/suspicions')).items.filter((line: { fileNumber: string | null; readerName: string }) =>
      line.readerName.endsWith(`${who.actor.staffId.slice(0, 4)}`),
    );
  /** Gives a professional a family name that no other has, so that its suspicions are found again. */
  const named = async (who: Professional) =>
    db
      .arranging('53')
      .rows(`update app.staff set family_name = 'Kerbrat' || left($1::text, 4) where region = '53' and id = $1::uuid`, [who.actor.staffId]);

  it('is brought to the data-protection officer once a day, by file number, and settled with words', async () => {
    const who = await db.as.counsellor();
    await named(who);
    const person = await aBeneficiary(db, { lead_post_id: who.actor.postId, family_name: `KERBRAT${who.actor.staffId.slice(0, 4)}` });
    for (let n = 0; n < 2; n++) await api.as(who).get(`/api/beneficiaries/${person.id}`).expect(200);
    await watch();
    await watch();
    const [line, ...others] = await told(who);
    expect(line).toMatchObject({ kind: 'same_name', count: 2, fileNumber: expect.any(String), endedAs: null });
    expect(others).toEqual([]);
    const settle = (by: Professional) =>
      api.as(by).post(`/api/suspicions/${line.id}/settle`).send({ endedAs: 'explained', note: 'Simple homonymie.' });
    await settle(elsewhere).expect(404);
    await settle(who).expect(403);
    expect((await settle(officer).expect(200)).body).toMatchObject({ endedAs: 'explained', note: 'Simple homonymie.' });
    expect((await settle(officer).expect(409)).body.code).toBe('suspicion.settled');
    expect(await told(who)).toEqual([]);
  });

  it('is a file that is closed, and not the everyday file of a colleague of another name', async () => {
    const who = await db.as.counsellor();
    await named(who);
    const open = await aBeneficiary(db, { lead_post_id: who.actor.postId });
    await api.as(who).get(`/api/beneficiaries/${open.id}`).expect(200);
    await watch();
    expect(await told(who)).toEqual([]);
  });
});

describe('the journal of the region', () => {
  it('tells the officer who read what by file number, by person of the trade or by file, and leaves a line itself', async () => {
    const who = await db.as.counsellor();
    const person = await aBeneficiary(db, { lead_post_id: who.actor.postId });
    await api.as(who).get(`/api/beneficiaries/${person.id}`).expect(200);
    const [{ number }] = (await db.rows<{ number: string }>(
      `select file_number as number from app.beneficiary where region = '53' and id = $1`,
      [person.id],
    )) as [{ number: string }];
    const { items } = await get(officer, `/journal?fileNumber=${encodeURIComponent(number)}`);
    expect(items[0]).toMatchObject({ action: 'beneficiary.read', fileNumber: number, readerName: 'Camille Le Goff' });
    expect(JSON.stringify(items)).not.toContain(person.family_name);
    expect((await get(officer, '/journal?fileNumber=53-0000000-X')).items).toEqual([]);
    expect((await get(officer, '/journal?reader=le%20goff&limit=2')).items).toHaveLength(2);
    expect((await get(officer, '/journal?reader=%25')).items).toEqual([]);
    expect((await get(officer, '/journal?until=2020-01-01T00:00:00.000Z')).items).toEqual([]);
    expect((await get(officer, `/journal?fileNumber=${encodeURIComponent(number)}`)).items[0].action).toBe('journal.read');
    expect((await get(elsewhere, `/journal?fileNumber=${encodeURIComponent(number)}`)).items).toEqual([]);
    await api.as(who).get('/api/journal').expect(403);
  });
});

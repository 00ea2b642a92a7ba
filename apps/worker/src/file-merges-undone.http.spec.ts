import { randomUUID } from 'node:crypto';
import { CARRIED, STAYING, tenantTables } from '@relais/migrations';
import { AppointmentsApi } from '@relais/server/appointments';
import { BeneficiariesApi } from '@relais/server/beneficiaries';
import { InterviewsApi } from '@relais/server/interviews';
import { MergesApi, MergesJobs } from '@relais/server/merges';
import { ReferralsApi, ReferralsJobs } from '@relais/server/referrals';
import {
  aBeneficiary,
  aClock,
  anInterview,
  apiFor,
  aSupport,
  aWalkedReferral,
  build,
  fillEveryTable,
  type Professional,
  type TestApi,
  testDatabase,
  type TestDatabase,
  type TestWorker,
  workerFor,
} from '@relais/testing';

let db: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let nadia: Professional;
let lead: Professional;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [AppointmentsApi, BeneficiariesApi, InterviewsApi, MergesApi, ReferralsApi]);
  worker = await workerFor(db, [MergesJobs, ReferralsJobs]);
  nadia = await db.as.counsellor();
  lead = await db.as.unitLead({ unitId: nadia.actor.unitId, operatorId: nadia.actor.operatorId });
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await db?.drop();
});

const post = (who: Professional, path: string, body: object = {}) =>
  api.as(who).post(`/api${path}`).set('idempotency-key', randomUUID()).send(body);

/** What tells of merges themselves, and of requests, events and reading. */
const BESIDE = ['audit', 'outbox', 'inbox', 'idempotency', 'file_merge', 'file_merge_row', 'lead_tenure', 'name_word', 'name_code'];

/** Every row of the region as it is, by table, without what each change of a file moves on. */
async function everyRow(): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {};
  for (const { name } of tenantTables.filter((table) => !BESIDE.includes(table.name))) {
    const rows = await db.rows<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from app.${name} t where region = '53'`);
    dump[name] = rows
      .map(({ row: { version, updated_at, ...row } }) => JSON.stringify(name === 'beneficiary' ? row : { ...row, version, updated_at }))
      .sort();
  }
  return dump;
}

async function merged(survivorId: string, absorbedId: string, takes: readonly string[] = []): Promise<string> {
  const reason = 'Elle s’est présentée deux fois cette semaine.';
  const { id } = (await post(nadia, '/file-merges', { survivorId, absorbedId, takes, reason }).expect(201)).body;
  await post(lead, `/file-merges/${id}/approve`).expect(200);
  await worker.settle('53');
  expect((await api.as(lead).get(`/api/file-merges/${id}`).expect(200)).body).toMatchObject({ status: 'merged', obstacle: null });
  return id;
}

async function undone(id: string): Promise<void> {
  await post(lead, `/file-merges/${id}/undo`).expect(200);
  await worker.settle('53');
  expect((await api.as(lead).get(`/api/file-merges/${id}`).expect(200)).body).toMatchObject({ status: 'undone' });
}

const hanging = async (file: string, table: string): Promise<number> =>
  (await db.rows(`select 1 from app.${table} where region = '53' and beneficiary_id = $1`, [file])).length;

describe('what hangs on a file', () => {
  it('is known to go with it or to stay, table by table', async () => {
    const hang = await db.rows<{ name: string }>(
      `select distinct c.relname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
       where k.contype = 'f' and k.confrelid = 'app.beneficiary'::regclass and c.relnamespace = 'app'::regnamespace
       union select table_name from information_schema.columns where table_schema = 'app' and column_name = 'beneficiary_id' order by 1`,
    );
    expect(hang.map(({ name }) => name)).toEqual([...CARRIED, ...Object.keys(STAYING)].sort());
  });
});

describe('a merge that is undone', () => {
  it('leaves every row and every field of the region as it was', async () => {
    const full = await fillEveryTable(db, '53');
    const { professional, beneficiaryId: absorbed } = full;
    // The team of the file and the one of the other file are one: nadia's unit accompanies both.
    const survivor = (await aBeneficiary(db, { lead_post_id: nadia.actor.postId, contact_rule: 'Pas le matin' })).id;
    await aSupport(db, { beneficiary_id: absorbed, unit_id: nadia.actor.unitId });
    await aSupport(db, { beneficiary_id: absorbed, scheme: 'pacea' });
    await aSupport(db, { beneficiary_id: survivor, unit_id: professional.actor.unitId, opened_on: '2025-01-05', closed_on: '2026-06-01' });
    await aSupport(db, { beneficiary_id: survivor, scheme: 'pacea' });
    await db.arranging('53').rows(`update app.handover set status = 'refused' where region = '53' and beneficiary_id = $1`, [absorbed]);
    await aClock(db, { beneficiary_id: survivor });
    const [asked] = await db.rows<Record<string, unknown>>(`select * from app.link_request where beneficiary_id = $1`, [absorbed]);
    await build(db, 'link_request', { ...asked, id: randomUUID(), beneficiary_id: survivor });
    const contact = {
      phone: '0612345678',
      email: 'j@example.org',
      street: '3 rue des Lilas',
      pronoun: 'elle',
      contactRule: 'Jamais chez sa mère',
    };
    const { version } = (await api.as(nadia).get(`/api/beneficiaries/${absorbed}`).expect(200)).body;
    await api.as(nadia).patch(`/api/beneficiaries/${absorbed}`).set('if-match', `"${version}"`).send(contact).expect(200);
    const mother = { givenName: 'Rozenn', familyName: 'Kervella', relation: 'mother', phone: '0611223344', parentalAuthority: true };
    await post(nadia, `/beneficiaries/${absorbed}/legal-representatives`, mother).expect(201);
    await anInterview(db, { beneficiary_id: absorbed, status: 'sealed' });
    const before = await everyRow();

    const id = await merged(survivor, absorbed, ['familyName', 'phone']);
    for (const table of CARRIED) expect([table, await hanging(survivor, table)]).not.toEqual([table, 0]);
    const left = await Promise.all(CARRIED.map(async (table) => [table, await hanging(absorbed, table)] as const));
    expect(left.filter(([, rows]) => rows > 0)).toEqual([
      ['link_request', 1],
      ['support', 1],
    ]);
    const view = (await api.as(nadia).get(`/api/beneficiaries/${absorbed}`).expect(200)).body;
    expect(view).toMatchObject({ id: survivor, phone: '0612345678', street: '3 rue des Lilas', pronoun: 'elle' });
    expect(view.contactRule).toBe('Pas le matin\nJamais chez sa mère');
    expect(view.representatives.map(({ phone }: { phone: string | null }) => phone)).toContain('0611223344');

    await undone(id);
    expect(await everyRow()).toEqual(before);
    const leads = await db.rows(
      `select post_id from app.lead_tenure where region = '53' and beneficiary_id = $1 order by since, until nulls last`,
      [absorbed],
    );
    expect(leads.map(({ post_id }) => post_id)).toEqual([professional.actor.postId, null, professional.actor.postId]);
  });

  it('leaves with the file what was written in it since, and takes along what was written into what goes back', async () => {
    const [survivor, absorbed] = [
      (await aBeneficiary(db, { lead_post_id: nadia.actor.postId })).id,
      (await aBeneficiary(db, { lead_post_id: nadia.actor.postId, given_name: 'Jehanne' })).id,
    ];
    const log = async (file: string, body: string): Promise<string> => {
      const { id } = (
        await post(nadia, '/interviews', {
          beneficiaryId: file,
          mode: 'on_site',
          happenedAt: new Date(Date.now() - 3_600_000).toISOString(),
          minutes: 30,
          themes: ['training'],
          notes: [{ audience: 'team', body }],
          seal: true,
        }).expect(201)
      ).body;
      return id;
    };
    const old = await log(absorbed, 'Avant');
    const id = await merged(survivor, absorbed, ['givenName']);
    const since = await log(survivor, 'Depuis');
    await post(nadia, `/interviews/${old}/addenda`, { audience: 'team', body: 'Précision' }).expect(201);
    const { version } = (await api.as(nadia).get(`/api/beneficiaries/${survivor}`).expect(200)).body;
    await api.as(nadia).patch(`/api/beneficiaries/${survivor}`).set('if-match', `"${version}"`).send({ givenName: 'Jane' }).expect(200);
    await undone(id);
    const of = async (file: string): Promise<unknown[]> =>
      (await db.rows<{ id: string }>(`select interview_id as id from app.note where beneficiary_id = $1`, [file])).map((note) => note.id);
    expect(await of(absorbed)).toEqual([old, old]);
    expect(await of(survivor)).toEqual([since]);
    expect((await api.as(nadia).get(`/api/beneficiaries/${survivor}`).expect(200)).body.givenName).toBe('Jane');
    expect((await api.as(nadia).get(`/api/beneficiaries/${absorbed}`).expect(200)).body).toMatchObject({
      id: absorbed,
      givenName: 'Jehanne',
    });
  });

  it('keeps a superseded referral closed; what went on for it comes back', async () => {
    const receiver = await db.as.counsellor();
    const [kept, old] = [
      await aWalkedReferral(db, 'in_progress', { sender: nadia, receiver }),
      await aWalkedReferral(db, 'accepted', { sender: nadia, receiver }),
    ];
    for (const each of [kept, old])
      await aSupport(db, { beneficiary_id: each.beneficiaryId, unit_id: receiver.actor.unitId, referral_id: each.id });
    const id = await merged(kept.beneficiaryId, old.beneficiaryId);
    const closed = { status: 'closed', closure: 'superseded', successorId: kept.id };
    expect((await api.as(nadia).get(`/api/referrals/${old.id}`).expect(200)).body).toMatchObject(closed);
    expect((await api.as(nadia).get(`/api/file-merges/${id}`).expect(200)).body.supersededIds).toEqual([old.id]);
    await undone(id);
    const [row] = await db.rows(`select beneficiary_id, status, closure from app.referral where id = $1`, [old.id]);
    expect(row).toEqual({ beneficiary_id: old.beneficiaryId, status: 'closed', closure: 'superseded' });
    const [support] = await db.rows(`select closed_on, referral_id from app.support where beneficiary_id = $1 and unit_id = $2`, [
      old.beneficiaryId,
      receiver.actor.unitId,
    ]);
    expect(support).toEqual({ closed_on: null, referral_id: old.id });
  });
});

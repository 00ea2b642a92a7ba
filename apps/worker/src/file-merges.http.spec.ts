import { randomUUID } from 'node:crypto';
import { BeneficiariesApi } from '@relais/server/beneficiaries';
import { InterviewsApi } from '@relais/server/interviews';
import { MergesApi, MergesJobs } from '@relais/server/merges';
import { NotificationsApi, NotificationsJobs } from '@relais/server/notifications';
import { ReferralsApi, ReferralsJobs } from '@relais/server/referrals';
import {
  aBeneficiary,
  anInterview,
  aNote,
  apiFor,
  aSupport,
  type Professional,
  type TestApi,
  testDatabase,
  type TestDatabase,
  type TestWorker,
  workerFor,
  WITHOUT_LEAD,
} from '@relais/testing';

let db: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let nadia: Professional;
let lead: Professional;
let elsewhere: Professional;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [BeneficiariesApi, InterviewsApi, MergesApi, NotificationsApi, ReferralsApi]);
  worker = await workerFor(db, [MergesJobs, NotificationsJobs, ReferralsJobs]);
  [nadia, elsewhere] = [await db.as.counsellor(), await db.as.counsellor()];
  lead = await db.as.unitLead({ unitId: nadia.actor.unitId, operatorId: nadia.actor.operatorId });
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await db?.drop();
});

const reason = 'Elle s’est présentée deux fois cette semaine.';
const post = (who: Professional, path: string, body: object = {}) =>
  api.as(who).post(`/api${path}`).set('idempotency-key', randomUUID()).send(body);
const aFile = async (overrides: object = {}): Promise<string> =>
  (await aBeneficiary(db, { lead_post_id: nadia.actor.postId, ...overrides })).id;
const proposal = (survivorId: string, absorbedId: string, who = nadia) =>
  post(who, '/file-merges', { survivorId, absorbedId, takes: [], reason });
const proposed = async (survivorId: string, absorbedId: string): Promise<string> =>
  (await proposal(survivorId, absorbedId).expect(201)).body.id;
const mergeOf = async (id: string, who = lead) => (await api.as(who).get(`/api/file-merges/${id}`).expect(200)).body;
const merged = async (survivorId: string, absorbedId: string): Promise<string> => {
  const id = await proposed(survivorId, absorbedId);
  await post(lead, `/file-merges/${id}/approve`).expect(200);
  await worker.settle('53');
  return id;
};
const change = (sql: string, ...params: readonly unknown[]) => db.arranging('53').rows(sql, params);

describe('a proposal to merge two files', () => {
  it('is made by somebody who accompanies the person in both, and told to the leads who can check', async () => {
    const [survivor, absorbed] = [await aFile(), await aFile()];
    const { body } = await proposal(survivor, absorbed).expect(201);
    expect(body).toMatchObject({
      status: 'proposed',
      mine: true,
      answerable: false,
      withdrawable: true,
      undoable: false,
      obstacle: null,
      reason,
    });
    expect(await mergeOf(body.id)).toMatchObject({ mine: false, answerable: true, withdrawable: false, toldApart: false });
    expect((await api.as(lead).get('/api/file-merges').expect(200)).body.items[0]).toMatchObject({ id: body.id });
    await worker.settle('53');
    const notices = await db.rows(`select post_id, topic from app.notice where kind = 'merge.proposed' and detail = $1`, [body.id]);
    expect(notices).toEqual([{ post_id: lead.actor.postId, topic: 'due' }]);
    expect((await proposal(absorbed, survivor).expect(409)).body.code).toBe('merge.proposed_already');
  });

  it('does not exist for whom one of the files is closed, in another region as well', async () => {
    const [mine, theirs] = [await aFile(), (await aBeneficiary(db, { lead_post_id: elsewhere.actor.postId })).id];
    expect((await proposal(mine, theirs).expect(404)).body.code).toBe('request.not_found');
    const id = await proposed(mine, await aFile());
    const overseas = await db.as.unitLead({ region: '04' });
    for (const who of [await db.as.unitLead(), overseas]) {
      await api.as(who).get(`/api/file-merges/${id}`).expect(404);
      await post(who, `/file-merges/${id}/approve`).expect(404);
    }
    expect((await api.as(elsewhere).get('/api/file-merges').expect(200)).body.items).toEqual([]);
  });

  it('is not made through a broken glass, without a reviewer, or of one file', async () => {
    const [mine, theirs] = [await aFile(), (await aBeneficiary(db, { lead_post_id: elsewhere.actor.postId })).id];
    await change(
      `insert into app.glass (region, id, beneficiary_id, post_id, unit_id, reason_code, reason, opened_at, expires_at)
       values ('53', gen_random_uuid(), $1, $2, $3, 'emergency', 'Danger immédiat signalé par le lycée.', now(), now() + interval '1 hour')`,
      theirs,
      nadia.actor.postId,
      nadia.actor.unitId,
    );
    await proposal(mine, theirs).expect(403);
    expect((await proposal(mine, mine).expect(422)).body.code).toBe('merge.same_file');
    const both = await Promise.all([1, 2].map(async () => (await aBeneficiary(db, { lead_post_id: elsewhere.actor.postId })).id));
    expect((await proposal(both[0] ?? '', both[1] ?? '', elsewhere).expect(409)).body.code).toBe('merge.no_reviewer');
  });

  it('waits while a referent changes, an opposition stands in one file, or the file to keep is closed', async () => {
    const [survivor, absorbed] = [await aFile(), await aFile()];
    await change(`update app.beneficiary set sharing_status = 'opposed' where region = '53' and id = $1`, absorbed);
    expect((await proposal(survivor, absorbed).expect(409)).body.code).toBe('merge.opposed_in_one');
    await change(`update app.beneficiary set sharing_status = 'informed' where region = '53' and id = $1`, absorbed);
    await change(
      `insert into app.handover (region, id, beneficiary_id, kind, status, status_since, from_unit_id, to_unit_id, sequence, created_at, updated_at)
       values ('53', gen_random_uuid(), $1, 'decision', 'proposed', now(), $2, $3, 1, now(), now())`,
      survivor,
      nadia.actor.unitId,
      elsewhere.actor.unitId,
    );
    expect((await proposal(survivor, absorbed).expect(409)).body.code).toBe('merge.lead_moves');
    const closed = await aFile({ status: 'closed', lead_post_id: nadia.actor.postId });
    expect((await proposal(closed, absorbed).expect(409)).body.code).toBe('merge.survivor_closed');
  });

  it('is answered once, by a lead who did not make it; a no is explained', async () => {
    const [survivor, absorbed] = [await aFile(), await aFile()];
    const colleague = await db.as.unitLead({ unitId: nadia.actor.unitId, operatorId: nadia.actor.operatorId });
    const own = (await proposal(survivor, absorbed, colleague).expect(201)).body.id;
    expect((await post(colleague, `/file-merges/${own}/approve`).expect(403)).body.code).toBe('merge.own_proposal');
    await post(nadia, `/file-merges/${own}/approve`).expect(403);
    await post(lead, `/file-merges/${own}/refuse`, { answer: 'non' }).expect(422);
    const answer = 'Ce sont des sœurs jumelles.';
    expect((await post(lead, `/file-merges/${own}/refuse`, { answer }).expect(200)).body).toMatchObject({ status: 'refused', answer });
    expect((await post(lead, `/file-merges/${own}/approve`).expect(409)).body.code).toBe('merge.not_in_this_state');
    await worker.settle('53');
    const told = await db.rows(`select post_id from app.notice where kind = 'merge.refused' and detail = $1`, [own]);
    expect(told).toEqual([{ post_id: colleague.actor.postId }]);
  });
});

describe('a proposal that was a mistake', () => {
  it('is taken back by whoever made it, even once the file is closed to them; nobody answers it any more', async () => {
    const [survivor, absorbed] = [await aFile(), await aFile()];
    const id = await proposed(survivor, absorbed);
    await post(lead, `/file-merges/${id}/withdraw`).expect(403);
    await change(
      `update app.beneficiary set lead_post_id = $2 where region = '53' and id = any($1)`,
      [survivor, absorbed],
      elsewhere.actor.postId,
    );
    await change(`update app.support set closed_on = current_date where region = '53' and beneficiary_id = any($1)`, [survivor, absorbed]);
    await api.as(nadia).get(`/api/beneficiaries/${survivor}`).expect(404);
    expect((await post(nadia, `/file-merges/${id}/withdraw`).expect(200)).body).toMatchObject({ status: 'withdrawn', survivorName: null });
    expect((await post(nadia, `/file-merges/${id}/withdraw`).expect(409)).body.code).toBe('merge.not_in_this_state');
  });

  it('is made again the right way round', async () => {
    const [survivor, absorbed] = [await aFile(), await aFile()];
    await post(nadia, `/file-merges/${await proposed(survivor, absorbed)}/withdraw`).expect(200);
    const again = await proposed(absorbed, survivor);
    expect(await mergeOf(again)).toMatchObject({ status: 'proposed', survivorId: absorbed });
  });
});

describe('an approved merge', () => {
  it('leads the old address to the file that stayed, hides the other one from searches, and keeps who leads whom without a gap', async () => {
    const family = 'Quéméneur';
    const [survivor, absorbed] = [await aFile({ family_name: family }), await aFile({ family_name: family })];
    const found = async (): Promise<string[]> =>
      (await api.as(nadia).post('/api/beneficiary-searches').send({ text: family }).expect(200)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await found()).toHaveLength(2);
    const id = await merged(survivor, absorbed);
    expect(await mergeOf(id)).toMatchObject({ status: 'merged', undoable: true, absorbedName: null });
    expect((await api.as(nadia).get(`/api/beneficiaries/${absorbed}`).expect(200)).body.id).toBe(survivor);
    await api.as(elsewhere).get(`/api/beneficiaries/${absorbed}`).expect(404);
    expect(await found()).toEqual([survivor]);
    expect(await db.rows(WITHOUT_LEAD, ['53'])).toEqual([]);
    const facts = await db.rows(`select action from app.audit where action = 'beneficiary.merged' and beneficiary_id = any($1)`, [
      [survivor, absorbed],
    ]);
    expect(facts).toHaveLength(2);
    await expect(
      change(
        `update app.beneficiary set status = 'active', lead_post_id = $2 where region = '53' and id = $1`,
        absorbed,
        nadia.actor.postId,
      ),
    ).rejects.toThrow(/merged_is_closed/);
    await post(lead, `/file-merges/${id}/undo`).expect(200);
    await worker.settle('53');
    expect((await found()).sort()).toEqual([survivor, absorbed].sort());
    expect(await db.rows(WITHOUT_LEAD, ['53'])).toEqual([]);
  });

  it('is found by the number of the file that went, as much of it as by its own', async () => {
    const [survivor, absorbed] = [await aFile(), await aFile()];
    const numbers = await db.rows<{ id: string; number: string }>(
      'select id, file_number as number from app.beneficiary where id = any($1)',
      [[survivor, absorbed]],
    );
    const numberOf = (id: string) => numbers.find((one) => one.id === id)?.number;
    const found = async (who: Professional, file: string) =>
      (
        await api
          .as(who)
          .post('/api/beneficiary-searches')
          .send({ text: numberOf(file) })
          .expect(200)
      ).body.items;
    await merged(survivor, absorbed);
    expect(await found(nadia, absorbed)).toMatchObject([{ id: survivor, fileNumber: numberOf(survivor) }]);
    expect(await found(elsewhere, absorbed)).toMatchObject([{ id: null, fileNumber: null }]);
    expect(await found(await db.as.counsellor({ region: '04' }), absorbed)).toEqual([]);
  });

  it('stands on the thread of the file that stayed, until it is undone', async () => {
    const [survivor, absorbed] = [await aFile(), await aFile()];
    const thread = async () => (await api.as(nadia).get(`/api/beneficiaries/${survivor}/timeline`).expect(200)).body.items;
    const id = await merged(survivor, absorbed);
    expect(await thread()).toContainEqual(expect.objectContaining({ id, kind: 'merged', words: reason }));
    await post(lead, `/file-merges/${id}/undo`).expect(200);
    await worker.settle('53');
    expect(await thread()).not.toContainEqual(expect.objectContaining({ kind: 'merged' }));
  });

  it('opens no private note to the other team, and the file to those who accompanied either', async () => {
    const [survivor, absorbed] = [await aFile(), await aFile()];
    await aSupport(db, { beneficiary_id: absorbed, unit_id: elsewhere.actor.unitId });
    const interview = await anInterview(db, { beneficiary_id: survivor, status: 'sealed', author_post_id: nadia.actor.postId });
    for (const audience of ['self', 'team', 'operator', 'network'])
      await aNote(db, { interview_id: interview.id, audience, body: audience });
    await api.as(elsewhere).get(`/api/beneficiaries/${survivor}`).expect(404);
    await merged(survivor, absorbed);
    await api.as(elsewhere).get(`/api/beneficiaries/${survivor}`).expect(200);
    const bodies = async (who: Professional): Promise<string[]> =>
      (
        await who.rows<{ body: string }>(`select body from app.note where region = '53' and beneficiary_id = $1 order by body`, [survivor])
      ).map(({ body }) => body);
    expect(await bodies(elsewhere)).toEqual(['network']);
    expect(await bodies(nadia)).toEqual(['network', 'operator', 'self', 'team']);
  });

  it('is one of two that share a file at one moment', async () => {
    const [shared, one, other] = [await aFile(), await aFile(), await aFile()];
    const ids = [await proposed(one, shared), await proposed(other, shared)];
    const answers = await Promise.all(ids.map((id) => post(lead, `/file-merges/${id}/approve`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('merge.busy');
    await worker.settle('53');
    const states = await Promise.all(ids.map(async (id) => mergeOf(id)));
    expect(states.map(({ status }) => status).sort()).toEqual(['merged', 'stopped']);
    const late = states.find(({ status }) => status === 'stopped');
    expect(late).toMatchObject({ obstacle: 'merge.gone', answerable: false });
    expect((await post(lead, `/file-merges/${late?.id}/approve`).expect(409)).body.code).toBe('merge.not_in_this_state');
  });

  it('is carried out once, and stops with the reason when the world moved meanwhile', async () => {
    const [survivor, absorbed] = [await aFile(), await aFile()];
    const id = await proposed(survivor, absorbed);
    await post(lead, `/file-merges/${id}/approve`).expect(200);
    await change(
      `insert into app.handover (region, id, beneficiary_id, kind, status, status_since, from_unit_id, to_unit_id, sequence, created_at, updated_at)
       values ('53', gen_random_uuid(), $1, 'decision', 'proposed', now(), $2, $3, 1, now(), now())`,
      absorbed,
      nadia.actor.unitId,
      elsewhere.actor.unitId,
    );
    await worker.settle('53');
    expect(await mergeOf(id)).toMatchObject({ status: 'stopped', obstacle: 'merge.lead_moves', mergedAt: null });
    expect((await api.as(nadia).get(`/api/beneficiaries/${absorbed}`).expect(200)).body.id).toBe(absorbed);
  });

  it('is not undone after thirty days, nor while its file was merged on, nor by a counsellor', async () => {
    const [survivor, absorbed, third] = [await aFile(), await aFile(), await aFile()];
    const first = await merged(survivor, absorbed);
    await post(nadia, `/file-merges/${first}/undo`).expect(403);
    const second = await merged(third, survivor);
    expect((await api.as(nadia).get(`/api/beneficiaries/${absorbed}`).expect(200)).body.id).toBe(third);
    await post(lead, `/file-merges/${first}/undo`).expect(404);
    await post(lead, `/file-merges/${second}/undo`).expect(200);
    await worker.settle('53');
    await change(`update app.file_merge set undo_until = now() - interval '1 minute' where region = '53' and id = $1`, first);
    expect((await post(lead, `/file-merges/${first}/undo`).expect(409)).body.code).toBe('merge.too_late_to_undo');
  });
});

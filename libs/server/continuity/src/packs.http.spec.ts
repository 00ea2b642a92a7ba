import { plusMinutes } from '@relais/domain';
import {
  anAppointment,
  aReferral,
  aUnit,
  build,
  type Professional,
  type TestApi,
  type TestClock,
  type TestDatabase,
  WITHOUT_LEAD,
} from '@relais/testing';
import { PacksSite } from './packs.fixture';

let site: PacksSite;
let db: TestDatabase;
let api: TestApi;
let clock: TestClock;
let siteId: string;
let lead: Professional;

beforeAll(async () => {
  site = await PacksSite.open();
  ({ db, api, clock, siteId, lead } = site);
});
beforeEach(() => site.today());
afterAll(() => site?.close());

describe('preparing a pack', () => {
  it('shows every file, referral, action and meeting that moves, the most fragile first and why', async () => {
    const { away, colleagues, caseload, absenceId, prepare } = await site.aTeam(3);
    const [usual, silent, busy] = caseload.map(({ id }) => id);
    const recent = plusMinutes(clock.now(), -60);
    await db.arranging('53').rows(
      `update app.beneficiary set last_contact_at = case id when $1 then $2::timestamptz - interval '95 days' else $2 end
        where region = '53' and id = any($3::uuid[])`,
      [silent, recent, [usual, silent, busy]],
    );
    const { postId, operatorId } = away.actor;
    await build(db, 'action', {
      beneficiary_id: busy,
      operator_id: operatorId,
      words: 'Rappeler le CFA',
      owner: 'staff',
      owner_post_id: postId,
      due_on: site.day(-3),
    });
    await anAppointment(db, { beneficiary_id: busy, post_id: postId, starts_at: plusMinutes(clock.now(), 3 * 1440) });
    await aReferral(db, { beneficiary_id: busy, sender_post_id: postId, status: 'sent' });
    await prepare();
    const { body: pack } = await api.as(away).get(`/api/absences/${absenceId}/pack`).expect(200);
    expect(pack).toMatchObject({ status: 'prepared', standing: 'own', returnsOn: site.day(14) });
    expect(pack.totals).toMatchObject({ files: 3, leads: 3, referrals: 1, actions: 1, appointments: 1, waiting: 3 });
    expect(pack.receivers.map(({ files: n }: { files: number }) => n).sort()).toEqual([1, 2]);
    const lines = await site.files(pack.id);
    expect(lines.map(({ beneficiaryId }) => beneficiaryId)).toEqual([busy, silent, usual]);
    expect(lines.map(({ reasons }) => reasons)).toEqual([['action_overdue', 'referral_open', 'appointment_soon'], ['silent_90'], []]);
    expect(lines[0]).toMatchObject({ nextAction: 'Rappeler le CFA', referrals: 1, actions: 1, appointments: 1, status: 'waiting' });
    expect(colleagues).toHaveLength(2);
  });

  it('is for the one who leaves and for the lead; the lead alone lets it go', async () => {
    const { away, colleagues, prepare } = await site.aTeam(1);
    const [colleague] = colleagues;
    expect((await prepare(colleagues, 'comes_back', colleague)).status).toBe(403);
    const { body: pack } = await prepare();
    expect((await site.move(pack.id, 'run', away).expect(403)).body.code).toBe('pack.lead_decides');
    await site.move(pack.id, 'run', colleague).expect(403);
    await site.move(pack.id, 'run', await db.as.unitLead()).expect(404);
    await site.move(pack.id, 'run').expect(200);
    expect((await site.move(pack.id, 'run').expect(409)).body.code).toBe('pack.not_in_this_state');
  });

  it('asks for colleagues who are there', async () => {
    const { away, colleagues, prepare } = await site.aTeam(1);
    const other = await site.aTeam(0);
    for (const receivers of [[], [other.away], [await db.as.counsellor()], [away]]) {
      const { body } = await prepare(receivers);
      expect(body.code).toBe('pack.receiver_unfit');
    }
    expect((await prepare(colleagues)).status).toBe(200);
  });
});

describe('a pack that goes and comes back', () => {
  it('moves everything once, gives all back on the day, and nobody lacked a referent', async () => {
    const { away, colleagues, caseload, absenceId, prepare } = await site.aTeam(4);
    const [first, gone] = caseload.map(({ id }) => id);
    const { postId, operatorId } = away.actor;
    const action = await build<{ id: string }>(db, 'action', {
      beneficiary_id: first,
      operator_id: operatorId,
      words: 'Écrire à la mairie',
      owner: 'staff',
      owner_post_id: postId,
    });
    const within = await anAppointment(db, { beneficiary_id: first, post_id: postId, starts_at: plusMinutes(clock.now(), 5 * 1440) });
    const after = await anAppointment(db, { beneficiary_id: first, post_id: postId, starts_at: plusMinutes(clock.now(), 20 * 1440) });
    const { body: pack } = await prepare([colleagues[0] as Professional]);
    await site.move(pack.id, 'run').expect(200);
    await site.work();
    const took = colleagues[0]?.actor.postId ?? '';
    expect(await site.leadsOf(postId)).toEqual([]);
    expect(await site.leadsOf(took)).toHaveLength(4);
    const owner = async (table: string, column: string, id: string) =>
      (await db.rows<{ post: string }>(`select ${column} as post from app.${table} where id = $1`, [id]))[0]?.post;
    expect(await owner('action', 'owner_post_id', action.id)).toBe(took);
    expect(await owner('appointment', 'post_id', within.id)).toBe(took);
    expect(await owner('appointment', 'post_id', after.id)).toBe(postId);
    const { body: received } = await api
      .as(colleagues[0] as Professional)
      .get('/api/packs/received')
      .expect(200);
    expect(received.items).toEqual([expect.objectContaining({ packId: pack.id, files: 4, returnsOn: site.day(14) })]);

    await db
      .arranging('53')
      .rows(`update app.beneficiary set lead_post_id = $2 where region = '53' and id = $1`, [gone, lead.actor.postId]);
    await site.workInDays(15);
    const { body: back } = await api.as(lead).get(`/api/absences/${absenceId}/pack`).expect(200);
    expect(back).toMatchObject({ status: 'returned', totals: { returned: 3, kept: 1 } });
    expect(await site.leadsOf(postId)).toHaveLength(3);
    expect(await owner('action', 'owner_post_id', action.id)).toBe(postId);
    const kept = (await site.files(pack.id)).find(({ beneficiaryId }) => beneficiaryId === gone);
    expect(kept).toMatchObject({ status: 'kept', reason: 'led_elsewhere' });
    const states = await db.rows<{ status: string; n: number }>(
      `select status, count(*)::int as n from app.handover where beneficiary_id = $1 group by status order by status`,
      [first],
    );
    expect(states).toEqual([
      { status: 'ended', n: 1 },
      { status: 'warm', n: 1 },
    ]);
    expect(await db.rows(WITHOUT_LEAD, ['53'])).toEqual([]);
  });

  it('is undone within a day, but for what somebody moved again meanwhile', async () => {
    const { away, colleagues, caseload, prepare } = await site.aTeam(3);
    const { body: pack } = await prepare();
    await site.move(pack.id, 'run').expect(200);
    await site.work();
    await db
      .arranging('53')
      .rows(`update app.beneficiary set lead_post_id = $2 where region = '53' and id = $1`, [caseload[0]?.id, lead.actor.postId]);
    await site.move(pack.id, 'undo', colleagues[0]).expect(403);
    await site.move(pack.id, 'undo').expect(200);
    await site.work();
    expect(await site.leadsOf(away.actor.postId)).toHaveLength(2);
    expect((await site.files(pack.id)).map(({ status, reason }) => `${String(status)} ${String(reason)}`).sort()).toEqual([
      'kept moved_again',
      'undone null',
      'undone null',
    ]);
    expect((await site.move(pack.id, 'undo').expect(409)).body.code).toBe('pack.not_in_this_state');
  });

  it('can no longer be undone after a day, and comes back early when asked', async () => {
    const { away, prepare } = await site.aTeam(1);
    const { body: pack } = await prepare();
    await site.move(pack.id, 'run').expect(200);
    await site.work();
    await db.arranging('53').rows(`update app.continuity_pack set undo_until = $2 where region = '53' and id = $1`, [pack.id, clock.now()]);
    expect((await site.move(pack.id, 'undo').expect(409)).body.code).toBe('pack.too_late_to_undo');
    await site.move(pack.id, 'return').expect(200);
    await site.work();
    expect(await site.leadsOf(away.actor.postId)).toHaveLength(1);
  });

  it('waits for the first day of the absence', async () => {
    const { away, prepare } = await site.aTeam(1, { startsOn: site.day(5), endsOn: site.day(9) });
    const { body: pack } = await prepare();
    expect((await site.move(pack.id, 'run').expect(200)).body.status).toBe('waiting');
    await site.work();
    expect(await site.leadsOf(away.actor.postId)).toHaveLength(1);
    await site.workInDays(5);
    expect(await site.leadsOf(away.actor.postId)).toEqual([]);
  });

  it('refuses what is led by somebody else by now, or closed, and says so file by file', async () => {
    const { caseload, prepare } = await site.aTeam(3);
    const { body: pack } = await prepare();
    const change = (sql: string, id?: string) =>
      db.arranging('53').rows(`update app.beneficiary set ${sql} where region = '53' and id = $1`, [id]);
    await change(`lead_post_id = '${lead.actor.postId}'`, caseload[0]?.id);
    await change(`status = 'closed'`, caseload[1]?.id);
    await site.move(pack.id, 'run').expect(200);
    await site.work();
    expect((await site.files(pack.id)).map(({ status, reason }) => `${String(status)} ${String(reason)}`).sort()).toEqual([
      'moved null',
      'refused closed',
      'refused led_elsewhere',
    ]);
  });

  it('opens the file to a colleague of another unit of the operator, and closes it on the way back', async () => {
    const { away, caseload, prepare } = await site.aTeam(1);
    const elsewhere = await db.as.counsellor({ unitId: (await aUnit(db, { operator_id: lead.actor.operatorId })).id });
    const { body: pack } = await prepare([elsewhere]);
    await site.move(pack.id, 'run').expect(200);
    await site.work();
    const open = () =>
      db.rows(`select 1 from app.support where beneficiary_id = $1 and unit_id = $2 and closed_on is null`, [
        caseload[0]?.id,
        elsewhere.actor.unitId,
      ]);
    expect(await open()).toHaveLength(1);
    await site.move(pack.id, 'return').expect(200);
    await site.work();
    expect(await open()).toEqual([]);
    expect(await site.leadsOf(away.actor.postId)).toHaveLength(1);
  });
});

describe('the referents of a file', () => {
  it('are told from the first day on, the present one first, to whoever the file is open to', async () => {
    const { away, colleagues, caseload, prepare } = await site.aTeam(1);
    const [person] = caseload;
    await db
      .arranging('53')
      .rows(`update app.lead_tenure set since = since - interval '1 hour' where region = '53' and beneficiary_id = $1`, [person?.id]);
    const { body: pack } = await prepare([colleagues[0] as Professional]);
    await site.move(pack.id, 'run').expect(200);
    await site.work();
    const { body } = await api
      .as(away)
      .get(`/api/beneficiaries/${person?.id ?? ''}/referents`)
      .expect(200);
    expect(body.items).toHaveLength(2);
    expect(body.items[0]).toMatchObject({ until: null, closed: false, name: expect.any(String) });
    expect(body.items[1].until).toBe(body.items[0].since);
    await api
      .as(await db.as.counsellor())
      .get(`/api/beneficiaries/${person?.id ?? ''}/referents`)
      .expect(404);
  });
});

describe('a departure', () => {
  it('closes the post once nothing hangs on it, and not before, whoever asks', async () => {
    const { away, colleagues, prepare } = await site.aTeam(2, { kind: 'departure', reason: 'moves_on', endsOn: null });
    const close = (who = lead) => api.as(who).post(`/api/posts/${away.actor.postId}/close`);
    await close(away).expect(403);
    expect((await close().expect(409)).body).toMatchObject({ code: 'post.still_holds', params: { files: 2 } });
    await expect(
      db.arranging('53').rows(`update app.post set active = false where region = '53' and id = $1`, [away.actor.postId]),
    ).rejects.toMatchObject({ constraint: 'post_still_holds' });
    expect((await prepare(colleagues, 'comes_back')).status).toBe(422);
    const { body: pack } = await prepare(colleagues, 'for_good');
    await site.move(pack.id, 'run').expect(200);
    await site.work();
    expect((await site.move(pack.id, 'return').expect(409)).body.code).toBe('pack.for_good');
    expect((await api.as(lead).get(`/api/posts/${away.actor.postId}/holdings`).expect(200)).body).toMatchObject({ files: 0, active: true });
    expect((await close().expect(200)).body.active).toBe(false);
  });
});

describe('the load of a unit', () => {
  it('is told in sums to its lead and to the administrator, who reads no name', async () => {
    const { away } = await site.aTeam(2);
    const administrator = await db.as.operatorAdministrator({ unitId: siteId });
    for (const who of [lead, administrator, away]) {
      const { body } = await api.as(who).get(`/api/units/${siteId}/caseloads`).expect(200);
      const mine = body.items.find(({ postId }: { postId: string }) => postId === away.actor.postId);
      expect(mine).toMatchObject({ files: 2, load: 2, fragile: 0, awayFrom: site.day(0), awayUntil: site.day(13) });
    }
    await api
      .as(await db.as.unitLead())
      .get(`/api/units/${siteId}/caseloads`)
      .expect(404);
  });

  it('lets an administrator prepare a pack and see what moves, without names', async () => {
    const { absenceId, colleagues, prepare } = await site.aTeam(1);
    const administrator = await db.as.operatorAdministrator({ unitId: siteId });
    const { body: pack } = await prepare(colleagues, 'comes_back', administrator);
    expect((await api.as(administrator).get(`/api/absences/${absenceId}/pack`).expect(200)).body.totals.files).toBe(1);
    expect(await site.files(pack.id, administrator)).toEqual([expect.objectContaining({ beneficiaryId: null, name: null, leads: true })]);
  });
});

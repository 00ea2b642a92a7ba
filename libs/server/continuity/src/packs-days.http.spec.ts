import { plusMinutes } from '@relais/domain';
import { aBeneficiary, anAppointment, aSupport, aUnit, build, type Professional } from '@relais/testing';
import { PacksSite } from './packs.fixture';

let site: PacksSite;

beforeAll(async () => {
  site = await PacksSite.open();
});
beforeEach(() => site.today());
afterAll(() => site?.close());

const one = (who: readonly Professional[]): Professional => who[0] as Professional;
const postOf = ({ actor }: Professional): string => actor.postId;
const close = (who: Professional) => site.api.as(site.lead).post(`/api/posts/${postOf(who)}/close`);
const change = (sql: string, params: readonly unknown[]): Promise<unknown[]> => site.db.arranging('53').rows(sql, params);

describe('the first day of a pack that waited', () => {
  it('moves the caseload as it is then, not as it was when the pack was let go', async () => {
    const { away, colleagues, prepare } = await site.aTeam(1, { startsOn: site.day(5), endsOn: site.day(9) });
    const { body: pack } = await prepare([one(colleagues)]);
    await site.move(pack.id, 'run').expect(200);
    await aBeneficiary(site.db, { lead_post_id: postOf(away) });
    await site.workInDays(5);
    expect(await site.leadsOf(postOf(away))).toEqual([]);
    expect(await site.leadsOf(postOf(one(colleagues)))).toHaveLength(2);
  });

  it('leaves out a colleague who is away by then; with nobody left it waits for the lead', async () => {
    const { colleagues, prepare } = await site.aTeam(2, { startsOn: site.day(5), endsOn: site.day(9) });
    const { body: pack } = await prepare();
    await site.move(pack.id, 'run').expect(200);
    await site.noteAbsence(one(colleagues), { startsOn: site.day(4), endsOn: site.day(6) }).expect(201);
    await site.workInDays(5);
    expect(await site.leadsOf(postOf(one(colleagues)))).toEqual([]);
    expect(await site.leadsOf(postOf(colleagues[1] as Professional))).toHaveLength(2);

    const other = await site.aTeam(1, { startsOn: site.day(5), endsOn: site.day(9) });
    const { body: alone } = await other.prepare([one(other.colleagues)]);
    await site.move(alone.id, 'run').expect(200);
    await site.noteAbsence(one(other.colleagues), { startsOn: site.day(4), endsOn: site.day(6) }).expect(201);
    await site.workInDays(5);
    expect(await site.leadsOf(postOf(other.away))).toHaveLength(1);
    expect(await site.pack(other.absenceId)).toMatchObject({ status: 'prepared' });
    expect((await site.move(alone.id, 'run').expect(422)).body.code).toBe('pack.receiver_unfit');
  });
});

describe('the day on which a pack comes back', () => {
  it('is put off while the one who left is away again', async () => {
    const { away, colleagues, absenceId, prepare } = await site.aTeam(1);
    const { body: pack } = await prepare([one(colleagues)]);
    await site.move(pack.id, 'run').expect(200);
    await site.work();
    await site.noteAbsence(away, { startsOn: site.day(14), endsOn: site.day(20) }).expect(201);
    await site.workInDays(15);
    expect(await site.leadsOf(postOf(away))).toEqual([]);
    expect(await site.pack(absenceId)).toMatchObject({ status: 'moved' });
    await site.workInDays(21);
    expect(await site.leadsOf(postOf(away))).toHaveLength(1);
  });

  it('keeps the post of the one who left: files that will come back, or are on their way, hang on it', async () => {
    const { away, colleagues, prepare } = await site.aTeam(1);
    const { body: pack } = await prepare([one(colleagues)]);
    await site.move(pack.id, 'run').expect(200);
    await site.work();
    expect((await close(away).expect(409)).body).toMatchObject({ code: 'post.still_holds', params: { files: 1 } });
    const waiting = await site.aTeam(1, { startsOn: site.day(5), endsOn: site.day(9) });
    const { body: soon } = await waiting.prepare([one(waiting.colleagues)]);
    await site.move(soon.id, 'run').expect(200);
    expect((await close(one(waiting.colleagues)).expect(409)).body).toMatchObject({ code: 'post.still_holds', params: { files: 1 } });
  });

  it('gives no file to a post that is closed, when it was closed before this was seen', async () => {
    const { away, caseload, colleagues, prepare } = await site.aTeam(1, { kind: 'departure', reason: 'moves_on', endsOn: null });
    const { body: pack } = await prepare([one(colleagues)], 'for_good');
    await site.move(pack.id, 'run').expect(200);
    await site.work();
    await close(away).expect(200);
    expect((await site.move(pack.id, 'undo').expect(422)).body.code).toBe('pack.receiver_unfit');
    await change(`update app.continuity_pack set status = 'undoing' where region = '53' and id = $1`, [pack.id]);
    await site.work();
    expect(await site.leadsOf(postOf(away))).toEqual([]);
    expect((await site.files(pack.id)).map(({ beneficiaryId, status }) => [beneficiaryId, status])).toEqual([[caseload[0]?.id, 'kept']]);
  });
});

describe('the last day of an absence', () => {
  const move = (absenceId: string, endsOn: string, version = 1, who = site.lead) =>
    site.api
      .as(who)
      .put(`/api/absences/${absenceId}/last-day`)
      .set('if-match', `"${String(version)}"`)
      .send({ endsOn });

  it('moves with its pack: what was entrusted comes back later, or sooner', async () => {
    const { away, colleagues, absenceId, prepare } = await site.aTeam(1);
    const { body: pack } = await prepare([one(colleagues)]);
    await site.move(pack.id, 'run').expect(200);
    await site.work();
    await move(absenceId, site.day(20), 1, one(colleagues)).expect(403);
    expect((await move(absenceId, site.day(20), 1, away).expect(200)).body).toMatchObject({ endsOn: site.day(20), version: 2 });
    await move(absenceId, site.day(20)).expect(412);
    expect(await site.pack(absenceId)).toMatchObject({ status: 'moved', returnsOn: site.day(21) });
    await site.workInDays(14);
    expect(await site.leadsOf(postOf(away))).toEqual([]);
    await move(absenceId, site.day(2), 2).expect(200);
    await site.workInDays(3);
    expect(await site.leadsOf(postOf(away))).toHaveLength(1);
    expect(await site.pack(absenceId)).toMatchObject({ status: 'returned' });
  });

  it('is worked out anew in a pack that has not moved, and is neither a day that has passed nor one of another absence', async () => {
    const { away, caseload, absenceId, prepare } = await site.aTeam(1);
    await anAppointment(site.db, {
      beneficiary_id: caseload[0]?.id,
      post_id: postOf(away),
      starts_at: plusMinutes(site.clock.now(), 16 * 1440),
    });
    await prepare();
    expect((await site.pack(absenceId))['totals']).toMatchObject({ appointments: 0 });
    await move(absenceId, site.day(20)).expect(200);
    await site.work();
    expect(await site.pack(absenceId)).toMatchObject({ status: 'prepared', totals: { appointments: 1 } });
    await site.noteAbsence(away, { startsOn: site.day(30), endsOn: site.day(31) }).expect(201);
    expect((await move(absenceId, site.day(30), 2).expect(409)).body.code).toBe('absence.overlaps');
    expect((await move(absenceId, site.day(-1), 2).expect(422)).body.code).toBe('absence.dates');
    const leaves = await site.aTeam(0, { kind: 'departure', reason: 'moves_on', endsOn: null });
    expect((await move(leaves.absenceId, site.day(3)).expect(422)).body.code).toBe('absence.dates');
  });
});

describe('packs of a region', () => {
  it('go on when one of them fails, which is told at the end', async () => {
    const [failing, fine] = [await site.aTeam(1), await site.aTeam(1)];
    const elsewhere = await site.db.as.counsellor({ unitId: (await aUnit(site.db, { operator_id: site.lead.actor.operatorId })).id });
    // A support that ends in some days leaves no room for the one that would begin today.
    const until = { opened_on: site.day(-9), closed_on: site.day(9), scheme: 'free' };
    await aSupport(site.db, { beneficiary_id: failing.caseload[0]?.id, unit_id: elsewhere.actor.unitId, ...until });
    const { body: first } = await failing.prepare([elsewhere]);
    const { body: second } = await fine.prepare();
    await site.move(first.id, 'run').expect(200);
    await site.move(second.id, 'run').expect(200);
    await expect(site.work()).rejects.toMatchObject({ constraint: expect.stringContaining('support') });
    expect(await site.leadsOf(postOf(fine.away))).toEqual([]);
    await change(`update app.continuity_pack set status = 'prepared' where region = '53' and id = $1`, [first.id]);
  });
});

describe('an absence whose files came back', () => {
  it('can be cancelled, and noted anew for other days; the pack stays as proof', async () => {
    const { away, caseload, absenceId, prepare } = await site.aTeam(1);
    const { body: pack } = await prepare();
    const cancel = (version: number) =>
      site.api
        .as(site.lead)
        .delete(`/api/absences/${absenceId}`)
        .set('if-match', `"${String(version)}"`);
    await site.move(pack.id, 'run').expect(200);
    await site.work();
    expect((await cancel(1).expect(409)).body.code).toBe('absence.handed_over');
    await site.move(pack.id, 'undo').expect(200);
    await site.work();
    await cancel(1).expect(204);
    await cancel(2).expect(404);
    await site.api.as(site.lead).get(`/api/absences/${absenceId}`).expect(404);
    expect(await site.pack(absenceId)).toMatchObject({ id: pack.id, status: 'undone' });
    const { body: loads } = await site.api.as(site.lead).get(`/api/units/${site.siteId}/caseloads`).expect(200);
    expect(loads.items.find(({ postId }: { postId: string }) => postId === postOf(away))).toMatchObject({ awayFrom: null });
    const other = await site.aTeam(1);
    expect((await other.prepare([away])).status).toBe(200);
    const asked = `select * from app.busy_of(array[$1::uuid], $2, $3)`;
    const hours = [site.day(1), site.day(3)];
    expect(await away.rows(asked, [postOf(away), ...hours])).toEqual([]);
    expect(await away.rows(asked, [postOf(other.away), ...hours])).toHaveLength(1);
    await site.noteAbsence(away, { startsOn: site.day(0), endsOn: site.day(2) }).expect(201);
    expect(caseload).toHaveLength(1);
  });
});

describe('preparing a pack twice at the same moment', () => {
  it('is done once; the other is told that it is under way', async () => {
    const { away, colleagues, absenceId } = await site.aTeam(1);
    const request = { endsAs: 'comes_back', receiverPostIds: colleagues.map(postOf) };
    const prepare = () => site.api.as(away).post(`/api/absences/${absenceId}/pack`).send(request);
    const answers = await Promise.all([prepare(), prepare(), prepare(), prepare()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });
});

describe('the files of a pack', () => {
  it('tell what happened meanwhile also when more happened since, and refuse a place that is no number of a file', async () => {
    const { caseload, colleagues, prepare } = await site.aTeam(1);
    const { body: pack } = await prepare([one(colleagues)]);
    await site.move(pack.id, 'run').expect(200);
    await site.work();
    const [person, taker] = [caseload[0]?.id, postOf(one(colleagues))];
    const meetings = [-5, ...Array.from({ length: 9 }, (_, n) => n - 12)].map((days) => plusMinutes(site.clock.now(), days * 1440));
    const settled = { status: 'honoured', beneficiary_id: person, post_id: taker };
    for (const starts_at of meetings) await anAppointment(site.db, { ...settled, starts_at });
    const spell = [pack.id, plusMinutes(site.clock.now(), -20 * 1440), plusMinutes(site.clock.now(), -11.5 * 1440)];
    await change(`update app.pack_file set moved_at = $2, settled_at = $3 where region = '53' and pack_id = $1`, spell);
    expect((await site.files(pack.id))[0]).toMatchObject({ meanwhile: [{ kind: 'appointment', at: meetings[1] }] });
    await site.api.as(site.lead).get(`/api/packs/${pack.id}/files?after=9999999999`).expect(422);
  });
});

describe('a handover that was proposed before the pack', () => {
  it('to the very colleague who takes is recalled; to somebody else it goes on from whoever leads now', async () => {
    const { away, caseload, colleagues, prepare } = await site.aTeam(3);
    const [taker, other] = colleagues as [Professional, Professional];
    const [toTaker, toOther, elsewhere] = caseload.map(({ id }) => id) as [string, string, string];
    const { postId: from, unitId } = away.actor;
    const now = site.clock.now();
    const since = { status_since: now, created_at: now, updated_at: now, due_at: plusMinutes(now, 9 * 1440), sequence: 0 };
    const proposed = (beneficiary_id: string, who: Professional) =>
      build<{ id: string }>(site.db, 'handover', {
        ...since,
        ...{ beneficiary_id, kind: 'decision', status: 'proposed', from_post_id: from, from_unit_id: unitId },
        ...{ to_post_id: postOf(who), to_unit_id: unitId, proposed_by_post_id: from },
      });
    const [own, onward, stays] = [await proposed(toTaker, taker), await proposed(toOther, other), await proposed(elsewhere, other)];
    await change(`update app.beneficiary set lead_post_id = $2 where region = '53' and id = $1`, [elsewhere, postOf(site.lead)]);
    const { body: pack } = await prepare([taker]);
    await site.move(pack.id, 'run').expect(200);
    await change(
      `insert into app.pack_file (region, pack_id, beneficiary_id, unit_id, from_post_id, to_post_id, to_unit_id, place, weight, reasons, leads,
        referral_ids, action_ids, appointment_ids) values ('53', $1, $2, $3, $4, $5, $3, 9, 4, '{}', true, '{}', '{}', '{}')`,
      [pack.id, elsewhere, unitId, from, postOf(taker)],
    );
    await site.work();
    const [rows, log] = [
      await site.db.rows<{ id: string }>(`select id, status, from_post_id as "from" from app.handover where id = any($1::uuid[])`, [
        [own.id, onward.id, stays.id],
      ]),
      await site.db.rows(`select move, actor_side as side from app.handover_transition where handover_id = $1`, [own.id]),
    ];
    const of = ({ id }: { id: string }) => rows.find((row) => row.id === id);
    expect(of(own)).toMatchObject({ status: 'recalled' });
    expect(log).toEqual([{ move: 'recall', side: 'system' }]);
    expect(of(onward)).toMatchObject({ status: 'proposed', from: postOf(taker) });
    expect(of(stays)).toMatchObject({ status: 'proposed', from });
  });
});

import type { PoolClient } from 'pg';
import { aBeneficiary, aPost, aSupport, aUnit } from './builders';
import { testDatabase, type TestDatabase } from './database';
import { aReferral } from './story-builders';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.drop());

const arrange = (sql: string, params: readonly unknown[] = []): Promise<Record<string, unknown>[]> => db.arranging('53').rows(sql, params);

describe('the lead of a file', () => {
  it('is exactly one for an active file: none or two are refused', async () => {
    const person = await aBeneficiary(db);
    const none = arrange(`update app.beneficiary set lead_post_id = null where region = '53' and id = $1`, [person.id]);
    await expect(none).rejects.toMatchObject({ constraint: 'one_lead' });
    const unit = await aUnit(db);
    const two = arrange(`update app.beneficiary set lead_unit_id = $2 where region = '53' and id = $1`, [person.id, unit.id]);
    await expect(two).rejects.toMatchObject({ constraint: 'one_lead' });
  });

  it('passes on in one instant, without any gap', async () => {
    const person = await aBeneficiary(db);
    const next = await aPost(db);
    await arrange(`update app.beneficiary set lead_post_id = $2 where region = '53' and id = $1`, [person.id, next.id]);
    const tenures = await db.rows<{ since: Date; until: Date | null; post_id: string }>(
      `select since, until, post_id from app.lead_tenure where region = '53' and beneficiary_id = $1 order by since, until nulls last`,
      [person.id],
    );
    expect(tenures.map((tenure) => tenure.post_id)).toEqual([person.lead_post_id, next.id]);
    expect(tenures[0]?.until).toEqual(tenures[1]?.since);
    expect(tenures[1]?.until).toBeNull();
  });

  it('has one winner at a time when twenty take it at once, and one open tenure at the end', async () => {
    const person = await aBeneficiary(db);
    const posts = await Promise.all(Array.from({ length: 20 }, () => aPost(db)));
    await Promise.all(
      posts.map((post) => arrange(`update app.beneficiary set lead_post_id = $2 where region = '53' and id = $1`, [person.id, post.id])),
    );
    const [told] = await db.rows<{ open: number; total: number; gaps: number }>(
      `select count(*) filter (where until is null)::int as open, count(*)::int as total,
         (select count(*)::int from app.lead_tenure t where t.region = '53' and t.beneficiary_id = $1 and t.until is not null
           and not exists (select from app.lead_tenure n where n.region = '53' and n.beneficiary_id = $1 and n.id <> t.id and n.since <= t.until
             and (n.until is null or n.until >= t.until))) as gaps
       from app.lead_tenure where region = '53' and beneficiary_id = $1`,
      [person.id],
    );
    expect(told).toEqual({ open: 1, total: 21, gaps: 0 });
  });

  it('cannot be opened twice, even by hand', async () => {
    const person = await aBeneficiary(db);
    const twice = arrange(`insert into app.lead_tenure (region, beneficiary_id, post_id, since) values ('53', $1, $2, now())`, [
      person.id,
      person.lead_post_id,
    ]);
    await expect(twice).rejects.toMatchObject({ code: '23505' });
  });
});

describe('a referral', () => {
  it('has no open twin: one person, one theme, one receiver, even when two are sent at once', async () => {
    const person = await aBeneficiary(db);
    const receiver = await aPost(db);
    const about = { beneficiary_id: person.id, receiver_unit_id: receiver.unit_id };
    const sent = await Promise.allSettled([aReferral(db, about), aReferral(db, about), aReferral(db, about)]);
    expect(sent.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    await expect(aReferral(db, { ...about, status: 'draft' })).resolves.toBeDefined();
    await expect(aReferral(db, { ...about, status: 'closed' })).resolves.toBeDefined();
  });

  it.each([
    ['closed without a closure', { status: 'closed', closure: undefined }, 'referral_closed'],
    ['closed without a date', { status: 'closed', closed_at: undefined }, 'referral_closed'],
    ['declined without an outcome', { status: 'closed', closure: 'declined' }, 'referral_outcome'],
    ['waiting without a due date', { status: 'sent', due_at: undefined }, 'referral_due'],
    ['accepted by nobody', { status: 'accepted', accountable_post_id: undefined }, 'referral_accountable'],
    ['in progress without a contact', { status: 'in_progress', first_contact_at: undefined }, 'referral_contact'],
    ['received by nobody', { status: 'received', claimed_by_post_id: undefined }, 'referral_claimed'],
  ])('is refused when it is %s', async (_what, overrides, constraint) => {
    await expect(aReferral(db, overrides)).rejects.toMatchObject({ constraint });
  });

  it('is at every commit what its log tells', async () => {
    const referral = await aReferral(db);
    const silent = arrange(`update app.referral set status = 'info_needed' where region = '53' and id = $1`, [referral.id]);
    await expect(silent).rejects.toMatchObject({ constraint: 'referral_fold' });
    await db.arranging('53').transaction(async (client: PoolClient) => {
      await client.query(`update app.referral set status = 'info_needed', sequence = 2 where region = '53' and id = $1`, [referral.id]);
      await client.query(
        `insert into app.referral_transition (region, id, referral_id, sequence, move, from_status, to_status, actor_kind, at)
         values ('53', gen_random_uuid(), $1, 2, 'ask', 'sent', 'info_needed', 'receiver', now())`,
        [referral.id],
      );
    });
    const [now] = await db.rows('select status from app.referral where id = $1', [referral.id]);
    expect(now).toEqual({ status: 'info_needed' });
  });

  it('keeps a log that is only added to, in one order', async () => {
    const referral = await aReferral(db);
    await expect(
      arrange(`update app.referral_transition set move = 'x' where region = '53' and referral_id = $1`, [referral.id]),
    ).rejects.toMatchObject({
      constraint: 'append_only',
    });
    await expect(
      arrange(`delete from app.referral_transition where region = '53' and referral_id = $1`, [referral.id]),
    ).rejects.toMatchObject({
      constraint: 'append_only',
    });
    const again = arrange(
      `insert into app.referral_transition (region, id, referral_id, sequence, move, from_status, to_status, actor_kind, at)
       values ('53', gen_random_uuid(), $1, 1, 'send', 'draft', 'sent', 'sender', now())`,
      [referral.id],
    );
    await expect(again).rejects.toMatchObject({ code: '23505' });
  });
});

describe('the tree of an operator', () => {
  it('is never shared: a unit stands below units of its own operator', async () => {
    const above = await aUnit(db);
    await expect(aUnit(db, { parent_id: above.id })).rejects.toMatchObject({ code: '23503' });
  });

  it('takes its files along when a branch moves, and refuses a loop', async () => {
    const top = await aUnit(db);
    const operator = { operator_id: top.operator_id };
    const [left, right] = [await aUnit(db, { ...operator, parent_id: top.id }), await aUnit(db, { ...operator, parent_id: top.id })];
    const team = await aUnit(db, { ...operator, parent_id: left.id });
    const support = await aSupport(db, { unit_id: team.id });
    const grantees = async (): Promise<unknown[]> =>
      (await db.rows<{ id: string }>('select grantee_id as id from app.file_access where source_id = $1', [support.id]))
        .map((row) => row.id)
        .sort();
    expect(await grantees()).toEqual([team.id, left.id, top.id].sort());
    await arrange(`update app.unit set parent_id = $2 where region = '53' and id = $1`, [team.id, right.id]);
    expect(await grantees()).toEqual([team.id, right.id, top.id].sort());
    await expect(arrange(`update app.unit set parent_id = $2 where region = '53' and id = $1`, [right.id, team.id])).rejects.toMatchObject({
      constraint: 'unit_tree',
    });
  });
});

describe('a file number', () => {
  it('is given by the region, in the order of entry, once', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => aBeneficiary(db, { region: '84' })));
    const numbers = people.map((person) => person.file_number);
    expect(new Set(numbers).size).toBe(10);
    expect(numbers.every((number) => /^84-\d{6}-[A-Y]$/.test(number))).toBe(true);
  });
});

describe('the journal', () => {
  it('is only added to', async () => {
    const counsellor = await db.as.counsellor();
    const { postId, operatorId } = counsellor.actor;
    await counsellor.rows(
      `insert into app.audit (region, id, post_id, operator_id, action, object_type) values ('53', gen_random_uuid(), $1, $2, 'session.opened', 'session')`,
      [postId, operatorId],
    );
    await expect(counsellor.rows(`update app.audit set action = 'x' where region = '53'`)).rejects.toMatchObject({ code: '42501' });
    await expect(db.working('53').rows(`delete from app.audit where region = '53'`)).rejects.toMatchObject({ code: '42501' });
    await expect(arrange(`delete from app.audit where region = '53'`)).rejects.toMatchObject({ constraint: 'append_only' });
  });

  it('is not written in the name of somebody else', async () => {
    const [one, other] = [await db.as.counsellor(), await db.as.counsellor()];
    const forged = one.rows(
      `insert into app.audit (region, id, post_id, operator_id, action, object_type) values ('53', gen_random_uuid(), $1, $2, 'x', 'x')`,
      [other.actor.postId, other.actor.operatorId],
    );
    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });
});

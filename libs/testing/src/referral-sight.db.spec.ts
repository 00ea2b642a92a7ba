import { aBeneficiary, aUnit, build } from './builders';
import { testDatabase, type TestDatabase } from './database';
import type { Professional } from './professionals';
import type { ReferralRow } from './rows';
import { aReferral } from './story-builders';

let db: TestDatabase;
let sender: Professional;
let receiver: Professional;
let receiversLead: Professional;
let stranger: Professional;

beforeAll(async () => {
  db = await testDatabase();
  const directorate = await aUnit(db, { kind: 'directorate' });
  const site = await aUnit(db, { operator_id: directorate.operator_id, parent_id: directorate.id });
  sender = await db.as.counsellor();
  receiver = await db.as.counsellor({ unitId: site.id });
  receiversLead = await db.as.unitLead({ unitId: directorate.id });
  stranger = await db.as.counsellor();
});

afterAll(() => db.drop());

async function aSentPack(overrides: Record<string, unknown>): Promise<ReferralRow> {
  const person = await aBeneficiary(db, { lead_post_id: sender.actor.postId });
  const referral = await aReferral(db, { beneficiary_id: person.id, receiver_unit_id: receiver.actor.unitId, ...overrides });
  await build(db, 'packet', {
    beneficiary_id: person.id,
    referral_id: referral.id,
    number: 1,
    summary: {},
    content: { told: 'once' },
    audience_unit_id: referral.receiver_unit_id,
    hash: 'a'.repeat(64),
    frozen_at: '2026-11-20T10:30:00Z',
    author_post_id: sender.actor.postId,
  });
  return referral;
}

async function sees(who: Professional, referral: ReferralRow): Promise<string> {
  const one = async (table: string, column: string): Promise<boolean> =>
    (await who.rows(`select 1 from app.${table} where region = $1 and ${column} = $2`, ['53', referral.id])).length > 0;
  return [(await one('referral', 'id')) && 'referral', (await one('packet', 'referral_id')) && 'pack'].filter(Boolean).join(' and ');
}

/** Written by hand from domain.md §2 and referral.md: what the receiver sees in each state. */
const RECEIVER_SEES: Record<string, string> = {
  draft: '',
  held: '',
  sent: 'referral',
  received: 'referral and pack',
  info_needed: 'referral and pack',
  waitlisted: 'referral and pack',
  accepted: 'referral and pack',
  in_progress: 'referral and pack',
  on_hold: 'referral and pack',
  cancel_requested: 'referral and pack',
  decline_pending: 'referral and pack',
  result_posted: 'referral and pack',
  closed: 'referral',
};

describe('who sees a referral and its pack', () => {
  it.each(Object.entries(RECEIVER_SEES))('while it is %s, the receiver sees "%s"', async (status, expected) => {
    const referral = await aSentPack({ status });
    expect(await sees(receiver, referral)).toBe(expected);
    expect(await sees(receiversLead, referral)).toBe(expected);
    expect(await sees(sender, referral)).toBe('referral and pack');
    expect(await sees(stranger, referral)).toBe('');
  });

  it('reading ends at once when the sender withdraws, and stays when it is completed', async () => {
    const referral = await aSentPack({ status: 'received' });
    await close(referral, 'withdrawn', null);
    expect(await sees(receiver, referral)).toBe('referral');
    const done = await aSentPack({ status: 'result_posted' });
    await close(done, 'completed', 'met');
    expect(await sees(receiver, done)).toBe('referral and pack');
  });

  it('a pack is frozen, whoever asks', async () => {
    const referral = await aSentPack({ status: 'received' });
    const change = db.arranging('53').rows(`update app.packet set content = '{}' where region = '53' and referral_id = $1`, [referral.id]);
    await expect(change).rejects.toMatchObject({ constraint: 'append_only' });
  });

  it('the receiver may begin a support for the person, a stranger may not', async () => {
    const referral = await aSentPack({ status: 'accepted' });
    const begin = (who: Professional): Promise<unknown> =>
      who.rows(
        `insert into app.support (region, id, beneficiary_id, operator_id, unit_id, opened_on)
         values ('53', gen_random_uuid(), $1, $2, $3, '2026-11-23') returning id`,
        [referral.beneficiary_id, who.actor.operatorId, who.actor.unitId],
      );
    await expect(begin(stranger)).rejects.toMatchObject({ code: '42501' });
    expect(await begin(receiver)).toHaveLength(1);
    expect(await receiver.rows(`select 1 from app.beneficiary where region = '53' and id = $1`, [referral.beneficiary_id])).toHaveLength(1);
  });
});

async function close(referral: ReferralRow, closure: string, outcome: string | null): Promise<void> {
  await db.arranging('53').transaction(async (client) => {
    await client.query(
      `update app.referral set status = 'closed', closure = $2, outcome = $3, closed_at = now(), closed_by_kind = 'sender' where region = '53' and id = $1`,
      [referral.id, closure, outcome],
    );
    await client.query(
      `insert into app.referral_transition (region, id, referral_id, sequence, move, from_status, to_status, actor_kind, at)
       values ('53', gen_random_uuid(), $1, 2, 'close', $2, 'closed', 'sender', now())`,
      [referral.id, referral.status],
    );
  });
}

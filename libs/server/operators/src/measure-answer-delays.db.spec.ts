import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { instantAt, millisOf, workingDaysBetween } from '@relais/domain';
import { calendarOf, Clock, KernelModule } from '@relais/server/kernel';
import { aReferral, aUnit, settingsFor, testDatabase, type TestDatabase } from '@relais/testing';
import { MeasureAnswerDelays, OperatorsJobs } from './index';

let db: TestDatabase;
let worker: INestApplicationContext;

@Module({})
class Worker {}

beforeAll(async () => {
  db = await testDatabase();
  const imports = [KernelModule.forWorker({ settings: settingsFor(db) }), OperatorsJobs];
  worker = await NestFactory.createApplicationContext({ module: Worker, imports }, { logger: false });
});
afterAll(async () => {
  await worker.close();
  await db.drop();
});

/** A referral to a unit, sent three weeks ago and answered `days` calendar days later. */
async function answered(unit: { id: string; operator_id: string }, days: number): Promise<void> {
  const sentAt = millisOf(new Clock().now()) - 21 * 86_400_000;
  const at = (plus: number): string => instantAt(sentAt + plus * 86_400_000);
  const referral = await aReferral(db, {
    receiver_unit_id: unit.id,
    receiver_operator_id: unit.operator_id,
    status: 'draft',
    sent_at: at(0),
  });
  await db.arranging('53').rows(
    `insert into app.referral_transition (region, id, referral_id, sequence, move, from_status, to_status, actor_kind, at)
     values ('53', gen_random_uuid(), $1, 1, 'waitlist', 'sent', 'draft', 'receiver', $2)`,
    [referral.id, at(days)],
  );
}

/** Working days in so many days from three weeks ago, holidays of Bretagne out. */
const workingDaysOf = (days: number): number => {
  const sentAt = millisOf(new Clock().now()) - 21 * 86_400_000;
  const at = (plus: number) => instantAt(sentAt + plus * 86_400_000);
  const year = Number(at(0).slice(0, 4));
  return Math.round(workingDaysBetween(at(0), at(days), calendarOf('53', 'Europe/Paris', year)) * 2) / 2;
};

const told = async (unit: { id: string }) =>
  (await db.rows<{ days: number | null }>(`select usual_answer_days as days from app.unit where region = '53' and id = $1`, [unit.id]))[0]
    ?.days;

describe('the usual delay of the answers of a unit', () => {
  it('is measured from its own referrals, not told for few answers, and forgotten when they grow old', async () => {
    const [busy, quiet] = [await aUnit(db), await aUnit(db)];
    for (let n = 0; n < 5; n++) await answered(busy, 7);
    for (let n = 0; n < 4; n++) await answered(quiet, 7);
    await worker.get(MeasureAnswerDelays, { strict: false }).execute('53');
    expect([await told(busy), await told(quiet)]).toEqual([workingDaysOf(7), null]);
    await db.arranging('53').rows(`update app.referral set sent_at = now() - interval '200 days' where region = '53'`);
    await worker.get(MeasureAnswerDelays, { strict: false }).execute('53');
    expect(await told(busy)).toBeNull();
  });

  it('comes with what it accepts of each theme, under the same floor', async () => {
    const [busy, quiet] = [await aUnit(db), await aUnit(db)];
    const of = (unit: { id: string; operator_id: string }, more: object) =>
      aReferral(db, { receiver_unit_id: unit.id, receiver_operator_id: unit.operator_id, sent_at: new Date(), theme: 'housing', ...more });
    for (let n = 0; n < 4; n++) await of(busy, { status: 'accepted', accepted_at: new Date() });
    await of(busy, { status: 'closed', closure: 'declined', outcome: 'no_capacity', decline_reason: 'no_place', closed_at: new Date() });
    for (let n = 0; n < 4; n++) await of(quiet, { status: 'accepted', accepted_at: new Date() });
    await worker.get(MeasureAnswerDelays, { strict: false }).execute('53');
    const counted = await db.rows(`select unit_id as unit, answered, accepted from app.unit_theme_answer where theme = 'housing'`);
    expect(counted).toEqual([{ unit: busy.id, answered: 5, accepted: 4 }]);
  });
});

import { Injectable } from '@nestjs/common';
import { type Agreement, type Id, type RegionCode, tick } from '@relais/domain';
import { actInBatches, Clock, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import { GiveReminders } from './give-reminders';
import { MakeMove, type Unmoved } from './make-move';
import { REFERRAL_COLUMNS } from './referral-columns';

/** Referrals taken in one transaction. */
const BATCH = 100;

/** With its file, as every move takes both; what somebody holds is stepped over and comes in the next round. */
const DUE = `
  select ${REFERRAL_COLUMNS} from app.referral r join app.beneficiary b on b.region = $1 and b.id = r.beneficiary_id
  where r.region = $1 and r.due_at is not null and r.due_at <= $2 and r.id <> all($3::uuid[]) and ($4::uuid is null or r.id = $4)
  order by r.due_at, r.id limit ${BATCH} for update of r skip locked for no key update of b skip locked`;

const UNSETTLED = `
  select distinct referral_id as id from app.referral_reminder where region = $1 and referral_id = any($2::uuid[]) and settled_at is null`;

const PUT_OFF = `
  update app.referral r set due_at = d.due_at, due_milestone = d.milestone, updated_at = $5
  from unnest($2::uuid[], $3::timestamptz[], $4::text[]) as d (id, due_at, milestone)
  where r.region = $1 and r.id = d.id`;

/**
 * Does what falls due: reminds, or makes the move that the clock makes. The dates live in PostgreSQL; rows are taken with a lock that
 * other workers step over, and row, reminder and event are one commit: whatever is killed, each date acts once and none is lost.
 */
@Injectable()
export class ActOnDueDates {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
    private readonly makeMove: MakeMove,
    private readonly reminders: GiveReminders,
  ) {}

  /** One round for a region: until nothing is due. How many acted. A referral that fails is left aside, and told at the end. */
  execute(region: RegionCode): Promise<number> {
    return actInBatches(({ aside, only, took }) =>
      this.work.write({ region, system: true }, async () => {
        const due = await this.work.rows<Unmoved>(DUE, [this.clock.now(), aside, only]);
        took(due.map(({ id }) => id));
        return due.length === 0 ? [] : this.act(due, await this.agreement.inForce());
      }),
    );
  }

  private async act(due: readonly Unmoved[], agreement: Agreement): Promise<readonly Id[]> {
    const now = this.clock.now();
    const waiting = new Set((await this.work.rows<{ id: Id }>(UNSETTLED, [due.map(({ id }) => id)])).map(({ id }) => id));
    const ticks = due.flatMap((before) => {
      const ticked = tick(before, now, agreement, { remindersSettled: !waiting.has(before.id) });
      return ticked ? [{ before, ticked }] : [];
    });
    for (const { before, ticked } of ticks) if (ticked.did === 'moved') await this.makeMove.apply(before, ticked);
    await this.reminders.give(ticks.flatMap(({ ticked }) => (ticked.did === 'reminded' ? [ticked] : [])));
    const stay = ticks.flatMap(({ ticked }) => (ticked.did === 'moved' ? [] : [ticked.referral]));
    const acted = ticks.map(({ before }) => before.id);
    if (stay.length === 0) return acted;
    const dates = [stay.map(({ id }) => id), stay.map(({ dueAt }) => dueAt), stay.map(({ dueMilestone }) => dueMilestone)];
    await this.work.rows(PUT_OFF, [...dates, now]);
    return acted;
  }
}

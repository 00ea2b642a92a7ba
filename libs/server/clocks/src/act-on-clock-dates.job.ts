import { Injectable } from '@nestjs/common';
import { CLOCK_STEPS_TAKEN, type Id, type RegionCode, stepOf, type WorkingCalendar } from '@relais/domain';
import { Clock, Journal, newId, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import { CLOCK_COLUMNS } from './clock-columns';
import type { ClockEntity } from './clock.entity';

/** Clocks taken in one transaction. */
const BATCH = 1000;

const DUE = `
  select ${CLOCK_COLUMNS} from app.clock c
  where c.region = $1 and c.next_at is not null and c.next_at <= $2 and c.id <> all($3::uuid[]) and ($4::uuid is null or c.id = $4)
  order by c.next_at, c.id limit ${BATCH} for no key update of c skip locked`;

const STEP = `
  insert into app.clock_step (region, clock_id, due_on, milestone, batch_id, at)
  select $1, s.clock_id, s.due_on, s.milestone, $5, $6 from unnest($2::uuid[], $3::date[], $4::text[]) as s (clock_id, due_on, milestone)
  on conflict do nothing`;

const RUN_ON = `
  update app.clock c set status = n.status, due_on = n.due_on, due_at = n.due_at, paused_on = n.paused_on, pause_until = n.pause_until,
    pause_proof = n.pause_proof, paused_days = n.paused_days, next_at = n.next_at, next_milestone = n.next_milestone, updated_at = $12,
    version = c.version + 1
  from unnest($2::uuid[], $3::text[], $4::date[], $5::timestamptz[], $6::date[], $7::date[], $8::text[], $9::int[], $10::timestamptz[],
    $11::text[]) as n (id, status, due_on, due_at, paused_on, pause_until, pause_proof, paused_days, next_at, next_milestone)
  where c.region = $1 and c.id = n.id`;

/**
 * Takes the steps of clocks whose date has come, a thousand in one transaction: steps, rows and one event for the batch are one commit.
 * Rows are taken with a lock that other workers step over: whatever is killed, each date is said once and none is lost.
 */
@Injectable()
export class ActOnClockDates {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly agreement: RegionAgreement,
  ) {}

  /** One round for a region: until nothing is due. How many steps. A clock that fails is left aside, and told at the end. */
  async execute(region: RegionCode): Promise<number> {
    const aside = new Map<Id, unknown>();
    for (let acted = 0; ;) {
      const taken: Id[] = [];
      const done = await this.batch(region, [...aside.keys()], null, taken).catch((error: unknown) => {
        if (taken.length === 0) throw error;
        return this.oneByOne(region, taken, aside);
      });
      acted += done;
      if (done > 0) continue;
      if (aside.size > 0) throw aside.values().next().value;
      return acted;
    }
  }

  private async oneByOne(region: RegionCode, ids: readonly Id[], aside: Map<Id, unknown>): Promise<number> {
    let done = 0;
    for (const id of ids) {
      try {
        done += await this.batch(region, [], id, []);
      } catch (error) {
        aside.set(id, error);
      }
    }
    return done;
  }

  private batch(region: RegionCode, aside: readonly Id[], only: Id | null, taken: Id[]): Promise<number> {
    return this.work.write({ region, system: true }, async () => {
      const due = await this.work.rows<ClockEntity>(DUE, [this.clock.now(), aside, only]);
      if (due.length === 0) return 0;
      taken.push(...due.map(({ id }) => id));
      await this.step(due, (await this.agreement.inForce()).calendar);
      return due.length;
    });
  }

  /** Takes the steps of a batch inside its unit of work. */
  protected async step(due: readonly ClockEntity[], calendar: WorkingCalendar): Promise<void> {
    const now = this.clock.now();
    const today = this.clock.today(this.work.region);
    const steps = due.flatMap((before) => {
      const step = stepOf(before, now, today, calendar);
      return step ? [{ id: before.id, dueOn: before.dueOn, ...step }] : [];
    });
    const batchId = newId();
    const column = <T>(of: (step: (typeof steps)[number]) => T): T[] => steps.map(of);
    const named = [column(({ id }) => id), column(({ dueOn }) => dueOn), column(({ milestone }) => milestone)];
    await this.work.rows(STEP, [...named, batchId, now]);
    await this.work.rows(RUN_ON, [
      column(({ id }) => id),
      column(({ clock }) => clock.status),
      column(({ clock }) => clock.dueOn),
      column(({ clock }) => clock.dueAt),
      column(({ clock }) => clock.pausedOn),
      column(({ clock }) => clock.pauseUntil),
      column(({ clock }) => clock.pauseProof),
      column(({ clock }) => clock.pausedDays),
      column(({ clock }) => clock.nextAt),
      column(({ clock }) => clock.nextMilestone),
      now,
    ]);
    await this.journal.record(CLOCK_STEPS_TAKEN, { objectType: 'clock_batch', objectId: batchId }, { batchId });
  }
}

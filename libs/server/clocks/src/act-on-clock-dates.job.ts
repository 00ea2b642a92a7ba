import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type CivilDate, CLOCK_STEPS_TAKEN, type DatedClock, type Id, type RegionCode, stepOf, type WorkingCalendar } from '@relais/domain';
import { actInBatches, Clock, Journal, newId, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import { CLOCK_COLUMNS } from './clock-columns';
import type { ClockEntity } from './clock.entity';

/** Clocks taken in one transaction: few enough for those who read meanwhile. */
const BATCH = 300;

/** After a batch the worker leaves the machine to others for so many times the time that the batch took. */
const BREATH = 1.5;

const DUE = `
  select ${CLOCK_COLUMNS} from app.clock c
  where c.region = $1 and c.next_at is not null and c.next_at <= $2 and c.id <> all($3::uuid[]) and ($4::uuid is null or c.id = $4)
  order by c.next_at, c.post_id, c.id limit ${BATCH} for no key update of c skip locked`;

const STEP = `
  insert into app.clock_step (region, clock_id, due_on, milestone, batch_id, at)
  select $1, s.clock_id, s.due_on, s.milestone, $5, $6 from unnest($2::uuid[], $3::date[], $4::text[]) as s (clock_id, due_on, milestone)
  on conflict do nothing`;

/** What only runs on names few columns, so that the triggers of its state stay asleep. */
const SAID = `
  update app.clock c set next_at = n.next_at, next_milestone = n.next_milestone, updated_at = $5, version = c.version + 1
  from unnest($2::uuid[], $3::timestamptz[], $4::text[]) as n (id, next_at, next_milestone) where c.region = $1 and c.id = n.id`;

const RESUMED = `
  update app.clock c set status = 'running', due_on = n.due_on, due_at = n.due_at, paused_on = null, pause_until = null, pause_proof = null,
    paused_days = n.paused_days, next_at = n.next_at, next_milestone = n.next_milestone, updated_at = $8, version = c.version + 1
  from unnest($2::uuid[], $3::date[], $4::timestamptz[], $5::int[], $6::timestamptz[], $7::text[])
    as n (id, due_on, due_at, paused_days, next_at, next_milestone)
  where c.region = $1 and c.id = n.id`;

/**
 * Takes the steps of clocks whose date has come, hundreds in one transaction: steps, rows and one event for the batch are one commit.
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
  execute(region: RegionCode): Promise<number> {
    let began = performance.now();
    return actInBatches(
      ({ aside, only, took }) =>
        this.work.write({ region, system: true }, async () => {
          const due = await this.work.rows<ClockEntity>(DUE, [this.clock.now(), aside, only]);
          took(due.map(({ id }) => id));
          return due.length === 0 ? [] : this.step(due, (await this.agreement.inForce()).calendar);
        }),
      async (acted) => {
        if (acted === BATCH) await sleep((performance.now() - began) * BREATH);
        began = performance.now();
      },
    );
  }

  /** Takes the steps of a batch inside its unit of work; resolves to the clocks that took one. */
  protected async step(due: readonly ClockEntity[], calendar: WorkingCalendar): Promise<readonly Id[]> {
    const now = this.clock.now();
    const today = this.clock.today(this.work.region);
    const steps = stepsOf(due, (before) => stepOf(before, now, today, calendar));
    const batchId = newId();
    const named = [steps.map(({ id }) => id), steps.map(({ dueOn }) => dueOn), steps.map(({ milestone }) => milestone)];
    await this.work.rows(STEP, [...named, batchId, now]);
    const [resumed, said] = [steps.filter(isResumed), steps.filter((step) => !isResumed(step))];
    const next = (some: readonly Step[]): unknown[] => [
      some.map(({ clock }) => clock.nextAt),
      some.map(({ clock }) => clock.nextMilestone),
    ];
    if (said.length > 0) await this.work.rows(SAID, [said.map(({ id }) => id), ...next(said), now]);
    if (resumed.length > 0) {
      const dates = [
        resumed.map(({ clock }) => clock.dueOn),
        resumed.map(({ clock }) => clock.dueAt),
        resumed.map(({ clock }) => clock.pausedDays),
      ];
      await this.work.rows(RESUMED, [resumed.map(({ id }) => id), ...dates, ...next(resumed), now]);
    }
    await this.journal.record(CLOCK_STEPS_TAKEN, { objectType: 'clock_batch', objectId: batchId }, { batchId });
    return steps.map(({ id }) => id);
  }
}

type Taken = NonNullable<ReturnType<typeof stepOf<DatedClock>>>;
type Step = Taken & { readonly id: Id; readonly dueOn: CivilDate };

/** The step of each clock; those of one kind, day and date take the same, which is worked out once. */
function stepsOf(due: readonly ClockEntity[], decide: (clock: DatedClock) => Taken | undefined): readonly Step[] {
  const known = new Map<string, Taken | undefined>();
  return due.flatMap((before) => {
    const { id, dueOn, kind, nextMilestone } = before;
    const alike = nextMilestone === 'pause_over' ? id : `${kind} ${dueOn} ${nextMilestone}`;
    if (!known.has(alike)) known.set(alike, decide(before));
    const step = known.get(alike);
    return step ? [{ ...step, id, dueOn }] : [];
  });
}

function isResumed({ milestone }: Step): boolean {
  return milestone === 'pause_over';
}

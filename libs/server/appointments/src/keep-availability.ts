import { Injectable } from '@nestjs/common';
import { type Id, usualWindows, whyNotWeek, type WeekWindow } from '@relais/domain';
import { Clock, Journal, newId, orRefuse, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import type { AvailabilityView, KeepAvailabilityRequest } from './agenda.messages';
import { IN_TURN } from './in-turn';

const HOURS = `select post_id as "postId", weekday, from_minute as "from", to_minute as "to", place from app.availability
  where region = $1 and post_id = any($2::uuid[]) order by weekday, from_minute`;
const EMPTY = `delete from app.availability where region = $1 and post_id = $2`;
const FILL = `insert into app.availability (region, id, post_id, weekday, from_minute, to_minute, place, created_at)
  select $1, w.id, $3, w.weekday, w.from_minute, w.to_minute, w.place, $8
  from unnest($2::uuid[], $4::int[], $5::int[], $6::int[], $7::text[]) as w (id, weekday, from_minute, to_minute, place)`;

/** The hours of the week at which professionals meet people. Each keeps their own, as a whole; others read them to find a slot. */
@Injectable()
export class KeepAvailability {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly agreement: RegionAgreement,
  ) {}

  /** The hours of some professionals; those of the region, and `said: false`, for whoever said none. */
  async of(postIds: readonly Id[]): Promise<ReadonlyMap<Id, AvailabilityView>> {
    const [rows, { calendar }] = await Promise.all([
      this.work.rows<WeekWindow & { postId: Id }>(HOURS, [postIds]),
      this.agreement.inForce(),
    ]);
    return new Map(
      postIds.map((postId) => {
        const own = rows.filter((row) => row.postId === postId).map(({ weekday, from, to, place }) => ({ weekday, from, to, place }));
        return [postId, own.length > 0 ? { said: true, windows: own } : { said: false, windows: [...usualWindows(calendar)] }];
      }),
    );
  }

  async mine(): Promise<AvailabilityView> {
    const { postId } = this.work.actor;
    return (await this.of([postId])).get(postId) ?? { said: false, windows: [] };
  }

  async execute({ windows }: KeepAvailabilityRequest): Promise<AvailabilityView> {
    orRefuse(whyNotWeek(windows) ?? {});
    const { postId } = this.work.actor;
    await this.work.rows(IN_TURN, [[postId]]);
    await this.work.rows(EMPTY, [postId]);
    await this.work.rows(FILL, [
      windows.map(() => newId()),
      postId,
      windows.map(({ weekday }) => weekday),
      windows.map(({ from }) => from),
      windows.map(({ to }) => to),
      windows.map(({ place }) => place.trim()),
      this.clock.now(),
    ]);
    await this.journal.record('availability.kept', { objectType: 'post', objectId: postId }, { postId });
    return this.mine();
  }
}

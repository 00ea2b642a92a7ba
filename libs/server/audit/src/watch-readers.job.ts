import { Injectable } from '@nestjs/common';
import { fullName, type Id, type Instant, plusMinutes, type Reading, type RegionCode, type Suspicion, suspicionsOf } from '@relais/domain';
import { Clock, newId, UnitOfWork } from '@relais/server/kernel';

/** Minutes of readings looked at again in each round: an hour of reading may begin before the last one ended. */
const AGAIN = 60;

const MARK = `select until from app.watch_mark where region = $1 and name = 'readers' for update`;
const MOVE_MARK = `insert into app.watch_mark (region, name, until) values ($1, 'readers', $2)
  on conflict (region, name) do update set until = excluded.until`;

const READINGS = `
  select a.post_id as "postId", a.beneficiary_id as "beneficiaryId", a.at, s.family_name as "readerFamilyName", b.family_name as "familyName",
    b.given_name as "givenName", b.status = 'closed' and b.merged_into_id is null as closed
  from app.audit a
  join app.post p on p.region = $1 and p.id = a.post_id
  join app.staff s on s.region = $1 and s.id = p.staff_id
  join app.beneficiary b on b.region = $1 and b.id = a.beneficiary_id
  where a.region = $1 and a.action = 'beneficiary.read' and a.at >= $2 and a.at < $3
  order by a.at, a.id`;

const COLLEAGUES = `select given_name as "givenName", family_name as "familyName" from app.staff where region = $1`;

/** Told once a day for a post and a person; reading that goes on raises the count of what is still open. */
const keep = (which: string): string => `
  insert into app.suspicion (region, id, kind, post_id, beneficiary_id, file_number, day, count, first_at, last_at)
  select $1, $2, $3, $4, $5, (select b.file_number from app.beneficiary b where b.region = $1 and b.id = $5), $6, $7, $8, $9
  on conflict (region, kind, post_id, ${which}
  do update set count = greatest(suspicion.count, excluded.count), last_at = greatest(suspicion.last_at, excluded.last_at)
  where suspicion.settled_at is null`;
const KEEP_ONE = keep('beneficiary_id, day) where beneficiary_id is not null');
const KEEP_MANY = keep('day) where beneficiary_id is null');

/** Looks through the journal for reading that looks like curiosity; what was looked at once is not lost when a round is missed. */
@Injectable()
export class WatchReaders {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** One round for one region; how many suspicions it met. */
  execute(region: RegionCode): Promise<number> {
    return this.work.write({ region, system: true }, async () => {
      const now = this.clock.now();
      const mark = (await this.work.row<{ until: Instant }>(MARK))?.until ?? plusMinutes(now, -AGAIN);
      const readings = await this.work.rows<Reading>(READINGS, [plusMinutes(mark, -AGAIN), now]);
      const names = readings.length > 0 ? await this.work.rows<{ givenName: string; familyName: string }>(COLLEAGUES) : [];
      const found = suspicionsOf(readings, new Set(names.map(({ givenName, familyName }) => fullName(givenName, familyName))));
      for (const one of found) await this.keep(one);
      await this.work.rows(MOVE_MARK, [now]);
      return found.length;
    });
  }

  private async keep({ kind, postId, beneficiaryId, count, firstAt, lastAt }: Suspicion): Promise<void> {
    const day = firstAt.slice(0, 10);
    const row: readonly (Id | string | number | null)[] = [newId(), kind, postId, beneficiaryId, day, count, firstAt, lastAt];
    await this.work.rows(beneficiaryId === null ? KEEP_MANY : KEEP_ONE, row);
  }
}

import { Injectable } from '@nestjs/common';
import {
  civilDateIn,
  type Id,
  type Instant,
  instantAt,
  isWorkingDay,
  millisOf,
  minuteOf,
  plusMinutes,
  type RegionCode,
} from '@relais/domain';
import { Clock, namedId, newId, RegionAgreement, UnitOfWork } from '@relais/server/kernel';

/** Minutes after local midnight at which the mail of the day leaves: before people open. */
const DIGEST_AT = 8 * 60;

/** Notices of before that hour, marked as told on that day; those of a post that has its mail of the day wait for the next. */
const TAKE = `
  update app.notice set digested_on = $2 where region = $1 and in_digest and digested_on is null and created_at < $3
    and not exists (select 1 from app.message m where m.region = $1 and m.event_id = $4 and m.recipient_id = app.notice.post_id)
  returning post_id as "postId", read_at as "readAt"`;

const ASK = `
  insert into app.message (region, id, event_id, recipient_id, post_id, kind, language, amount, operator_id, unit_id, due_at, created_at)
  select $1, d.id, $2, p.id, p.id, 'digest', coalesce(c.language, 'fr'), d.amount, p.operator_id, p.unit_id, $6, $6
  from unnest($3::uuid[], $4::uuid[], $5::int[]) as d (id, post_id, amount)
  join app.post p on p.region = $1 and p.id = d.post_id and p.active
  left join app.notice_preference c on c.region = $1 and c.post_id = p.id
  on conflict (region, event_id, recipient_id) do nothing`;

/** One mail per working day and post, in the morning of the region, for what is not read yet. */
@Injectable()
export class SendDigests {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
  ) {}

  /** Asks for the mails of the day where its hour has come; resolves to how many posts get one. Doing it again changes nothing. */
  async execute(region: RegionCode): Promise<number> {
    return this.work.write({ region, system: true }, async () => {
      const now = this.clock.now();
      const { calendar } = await this.agreement.inForce();
      const day = civilDateIn(calendar.timeZone, now);
      const late = minuteOf(now, calendar.timeZone) - DIGEST_AT;
      if (late < 0 || !isWorkingDay(day, calendar)) return 0;
      const hour: Instant = plusMinutes(instantAt(Math.floor(millisOf(now) / 60_000) * 60_000), -late);
      const eventId = namedId(`digest ${region} ${day}`);
      const taken = await this.work.rows<{ postId: Id; readAt: Instant | null }>(TAKE, [day, hour, eventId]);
      const unread = Map.groupBy(
        taken.filter(({ readAt }) => readAt === null),
        ({ postId }) => postId,
      );
      if (unread.size === 0) return 0;
      const posts = [...unread.keys()];
      const amounts = posts.map((post) => unread.get(post)?.length ?? 0);
      await this.work.rows(ASK, [eventId, posts.map(() => newId()), posts, amounts, now]);
      return posts.length;
    });
  }
}

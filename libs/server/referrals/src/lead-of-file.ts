import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, UnitOfWork } from '@relais/server/kernel';
import type { LeadToday } from './handovers.messages';
import { StandingOfPost } from './standing-of-post';

/**
 * Whether somebody can't act today: the post has ended or is away, or its unit is closed. Two aliases of the tables, the post's may be
 * empty, and where the day stands. Absences are read by one's own operator alone: to another one, only who has left is gone.
 */
export function goneOf(post: string, unit: string, day: string): string {
  return `(not ${unit}.active or ${post}.id is not null and (not ${post}.active or coalesce(${post}.until < ${day}::date, false)
    or exists (select from app.absence away where away.region = $1 and away.post_id = ${post}.id and away.cancelled_at is null and away.starts_on <= ${day}::date
      and (away.ends_on is null or away.ends_on >= ${day}::date))))`;
}

const LEAD = `
  select b.lead_post_id as "postId", s.given_name || ' ' || s.family_name as "postName", u.id as "unitId", u.name as "unitName",
    ${goneOf('p', 'u', '$3')} as gone
  from app.beneficiary b
  left join app.post p on p.region = $1 and p.id = b.lead_post_id
  left join app.staff s on s.region = $1 and s.id = p.staff_id
  join app.unit u on u.region = $1 and u.id = coalesce(p.unit_id, b.lead_unit_id)
  where b.region = $1 and b.id = $2 and b.status = 'active'`;

/** Who leads an active file. */
@Injectable()
export class LeadOfFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly standings: StandingOfPost,
    private readonly clock: Clock,
  ) {}

  /** The lead, and whether the reader speaks for them; undefined for a file that is closed or not open to the reader. */
  async today(beneficiaryId: Id): Promise<LeadToday | undefined> {
    const lead = await this.work.row<Omit<LeadToday, 'mine'>>(LEAD, [beneficiaryId, this.clock.today(this.work.region)]);
    if (!lead) return undefined;
    const { postId, unitId } = lead;
    const sides = await this.standings.towards({ fromPostId: postId, fromUnitId: unitId, toPostId: postId, toUnitId: unitId });
    return { ...lead, mine: sides.includes('giver') };
  }
}

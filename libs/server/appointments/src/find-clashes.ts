import { Injectable } from '@nestjs/common';
import { type Id, type Instant, stretchOf } from '@relais/domain';
import { refuse, UnitOfWork } from '@relais/server/kernel';
import type { Clash } from './agenda.messages';
import { IN_TURN } from './in-turn';

/** A stretch of time of some professionals; `exceptId` is the meeting that is about to move. */
export type Claim = {
  readonly postIds: readonly (Id | undefined | null)[];
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly exceptId?: Id | undefined;
};

/** With whom is said of one's own agenda alone. */
const CLASHES = `
  select b.post_id as "postId", b.post_id = $5 as mine, b.starts_at as "startsAt", b.ends_at as "endsAt",
    case when b.post_id = $5 then coalesce(g.title, coalesce(n.name_of_use, n.given_name) || ' ' || n.family_name) end as name
  from app.busy_of($2::uuid[], $3, $4) b
  join app.post p on p.region = $1 and p.id = b.post_id
  join app.operator o on o.region = $1 and o.id = p.operator_id and (not o.sensitive or o.id = $7)
  left join app.appointment a on a.region = $1 and a.id = b.source_id
  left join app.beneficiary n on n.region = $1 and n.id = a.beneficiary_id
  left join app.group_session g on g.region = $1 and g.id = b.source_id
  where b.source_id is distinct from $6::uuid
  order by b.starts_at, b.post_id`;

/** What stands at a time in the agendas of those who would meet: said before it is saved, guarded when it is. See docs/adr/0019. */
@Injectable()
export class FindClashes {
  constructor(private readonly work: UnitOfWork) {}

  async execute({ postIds, startsAt, minutes, exceptId }: Claim): Promise<Clash[]> {
    const { from, to } = stretchOf({ startsAt, minutes });
    const posts = postIds.filter((id) => typeof id === 'string');
    const { postId, operatorId } = this.work.actor;
    return this.work.rows<Clash>(CLASHES, [posts, from, to, postId, exceptId ?? null, operatorId]);
  }

  /** Takes the time for a meeting about to be written; resolves to whether it stands alone. Refuses a clash unless `beside`. */
  async claim(claim: Claim, beside: boolean): Promise<boolean> {
    await this.work.rows(IN_TURN, [claim.postIds.filter((id) => typeof id === 'string')]);
    const alone = (await this.execute(claim)).length === 0;
    if (!alone && !beside) refuse('appointment.clash', { pointer: '/startsAt' });
    return alone;
  }
}

import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, PAGE, pageOf, readPlace, UnitOfWork } from '@relais/server/kernel';
import type { GlassLine, GlassPage, WatchQuery } from './audit.messages';

const LINES = `
  select g.id, g.file_number as "fileNumber", g.reason_code as "reasonCode", g.reason, g.opened_at as "openedAt", g.expires_at as "expiresAt",
    g.review_due_at as "dueAt", coalesce(v.id is null and g.review_due_at < $2, false) as overdue, g.post_id = $3 as mine,
    s.given_name || ' ' || s.family_name as "openedBy", u.name as "unitName", o.short_name as "operatorName", v.verdict, v.note,
    v.at as "reviewedAt", vs.given_name || ' ' || vs.family_name as "reviewedBy"
  from app.glass g
  join app.post p on p.region = $1 and p.id = g.post_id
  join app.staff s on s.region = $1 and s.id = p.staff_id
  join app.unit u on u.region = $1 and u.id = g.unit_id
  join app.operator o on o.region = $1 and o.id = u.operator_id
  left join app.glass_review v on v.region = $1 and v.glass_id = g.id
  left join app.post vp on vp.region = $1 and vp.id = v.reviewer_post_id
  left join app.staff vs on vs.region = $1 and vs.id = vp.staff_id
  where g.region = $1`;

/** Only the files opened by those one watches over: the officer the region's, a lead those of the units at or below one's own. */
const WATCHED = `((select sec.role()) = 'data_protection_officer' or exists (select 1 from app.unit_ancestor a
  where a.region = $1 and a.unit_id = g.unit_id and a.ancestor_id = (select sec.unit())))`;

const PAGE_OF = `${LINES} and ${WATCHED} and (v.id is null) = $4 and ($5::timestamptz is null or (g.opened_at, g.id) < ($5, $6::uuid))
  order by g.opened_at desc, g.id desc limit $7`;

/** Files opened in an emergency, to be reviewed or reviewed already. */
@Injectable()
export class ListGlasses {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ box = 'waiting', after, limit = PAGE }: WatchQuery): Promise<GlassPage> {
    const place = readPlace(after) ?? [null, null];
    const rows = await this.work.rows<GlassLine>(PAGE_OF, [...this.reader(), box === 'waiting', ...place, limit + 1]);
    return pageOf(rows, limit, ({ openedAt, id }) => [openedAt, id]);
  }

  /** One of them; 404 for whoever does not watch over it. */
  one(id: Id): Promise<GlassLine> {
    return this.work.found<GlassLine>(`${LINES} and ${WATCHED} and g.id = $4`, [...this.reader(), id]);
  }

  private reader(): readonly unknown[] {
    return [this.clock.now(), this.work.actor.postId];
  }
}

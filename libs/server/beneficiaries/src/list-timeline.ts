import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Journal, PAGE, pageOf, type PageQuery, readPlace, unlessMasked, UnitOfWork } from '@relais/server/kernel';
import type { TimelineItem, TimelinePage } from './timeline.messages';

const OPERATOR = unlessMasked('o.short_name');

/** Everything that happened and that the reader may see, newest first; each source is asked for one page, behind its own policy. */
const TIMELINE = `
  select t.id, t.kind, t.at, t.words, t.status, t.minutes, t.notes, t.themes, t.strand, ${OPERATOR} as "operatorName", t.author as "authorName",
    case when t.operator_id = (select sec.operator()) then 'own_operator' when t.kind = 'referral' then 'referral' else 'network' end as why
  from (
    (select i.id, 'interview' as kind, i.happened_at as at, i.mode as words, i.status, i.minutes, i.operator_id, i.unit_id::text as strand,
        s.given_name || ' ' || s.family_name as author,
        coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'audience', n.audience, 'body', n.body, 'addendum', n.addendum)
          order by n.created_at, n.id) from app.note n where n.region = $1 and n.interview_id = i.id), '[]') as notes, i.themes
      from app.interview i
      join app.post p on p.region = $1 and p.id = i.author_post_id
      join app.staff s on s.region = $1 and s.id = p.staff_id
      where i.region = $1 and i.beneficiary_id = $2 and i.status = 'sealed' and ($3::timestamptz is null or (i.happened_at, i.id) < ($3, $4::uuid))
      order by i.happened_at desc, i.id desc limit $5)
    union all
    (select a.id, 'appointment', a.starts_at, a.purpose, a.status, a.minutes, a.operator_id, a.unit_id::text, null, '[]', '{}'
      from app.appointment a
      where a.region = $1 and a.beneficiary_id = $2 and ($3::timestamptz is null or (a.starts_at, a.id) < ($3, $4::uuid))
      order by a.starts_at desc, a.id desc limit $5)
    union all
    (select r.id, 'referral', coalesce(r.sent_at, r.created_at), r.need, r.status, null, r.receiver_operator_id, r.receiver_unit_id::text, null, '[]', array_remove(array[r.theme], '')
      from app.referral r
      where r.region = $1 and r.beneficiary_id = $2 and ($3::timestamptz is null or (coalesce(r.sent_at, r.created_at), r.id) < ($3, $4::uuid))
      order by coalesce(r.sent_at, r.created_at) desc, r.id desc limit $5)
    union all
    (select x.id, 'situation', x.created_at, x.detail, x.kind, null, x.operator_id, null, s.given_name || ' ' || s.family_name, '[]', '{}'
      from app.situation x
      join app.post p on p.region = $1 and p.id = x.author_post_id
      join app.staff s on s.region = $1 and s.id = p.staff_id
      where x.region = $1 and x.beneficiary_id = $2 and ($3::timestamptz is null or (x.created_at, x.id) < ($3, $4::uuid))
      order by x.created_at desc, x.id desc limit $5)
    union all
    (select x.id, 'support_opened', x.opened_on::timestamptz, x.scheme, null, null, x.operator_id, x.unit_id::text, null, '[]', '{}'
      from app.support x
      where x.region = $1 and x.beneficiary_id = $2 and ($3::timestamptz is null or (x.opened_on::timestamptz, x.id) < ($3, $4::uuid)))
    union all
    (select x.id, 'support_closed', x.closed_on::timestamptz, x.scheme, null, null, x.operator_id, x.unit_id::text, null, '[]', '{}'
      from app.support x
      where x.region = $1 and x.beneficiary_id = $2 and x.closed_on is not null
        and ($3::timestamptz is null or (x.closed_on::timestamptz, x.id) < ($3, $4::uuid)))
    union all
    (select m.id, 'merged', m.merged_at, m.reason, m.status, null, p.operator_id, p.unit_id::text, s.given_name || ' ' || s.family_name, '[]', '{}'
      from app.file_merge m
      join app.post p on p.region = $1 and p.id = m.proposed_by_post_id
      join app.staff s on s.region = $1 and s.id = p.staff_id
      where m.region = $1 and m.survivor_id = $2 and m.status in ('merged', 'undoing')
        and ($3::timestamptz is null or (m.merged_at, m.id) < ($3, $4::uuid)))
  ) t
  join app.operator o on o.region = $1 and o.id = t.operator_id
  order by t.at desc, t.id desc
  limit $5`;

const SEEN = 'select b.id from app.beneficiary b where b.region = $1 and b.id = $2';

/** The life of a file, drawn by the screens as the thread. */
@Injectable()
export class ListTimeline {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  async execute(id: Id, { after, limit = PAGE }: PageQuery): Promise<TimelinePage> {
    const [at, last] = readPlace(after) ?? [null, null];
    const [, rows] = await Promise.all([
      this.work.found(SEEN, [id]),
      this.work.rows<TimelineItem>(TIMELINE, [id, at, last, limit + 1]),
      this.journal.audit('beneficiary.timeline_read', { objectType: 'beneficiary', objectId: id, beneficiaryId: id }),
    ]);
    return pageOf(rows, limit, (item) => [item.at, item.id]);
  }
}

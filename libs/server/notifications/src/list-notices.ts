import { Injectable } from '@nestjs/common';
import { PAGE, pageOf, type PageQuery, readPlace, UnitOfWork } from '@relais/server/kernel';
import type { NoticesPage, NoticeView } from './notices.messages';

const NOTICES = `
  select n.id, n.kind, n.referral_id as "referralId", b.id as "beneficiaryId",
    coalesce(coalesce(b.name_of_use, b.given_name) || ' ' || b.family_name, r.summary->>'name') as "personName", r.need,
    su.name as "senderUnitName", ru.name as "receiverUnitName",
    case when r.id is null then null when exists (select 1 from app.unit_ancestor m where m.region = $1 and m.unit_id = r.sender_unit_id
      and m.ancestor_id = $3) then 'sender' else 'receiver' end as side,
    n.created_at as "createdAt", n.read_at as "readAt"
  from app.notice n
  left join app.referral r on r.region = $1 and r.id = n.referral_id
  left join app.beneficiary b on b.region = $1 and b.id = n.beneficiary_id
  left join app.unit su on su.region = $1 and su.id = r.sender_unit_id
  left join app.unit ru on ru.region = $1 and ru.id = r.receiver_unit_id
  where n.region = $1 and n.post_id = $2 and n.kind like 'referral.%'
    and ($4::timestamptz is null or (n.created_at, n.id) < ($4::timestamptz, $5::uuid))
  order by n.created_at desc, n.id desc limit $6`;

const UNREAD = `
  select count(*)::int as unread from (select 1 from app.notice where region = $1 and post_id = $2 and read_at is null limit 1000) x`;

/** What the acting post was told, latest first. */
@Injectable()
export class ListNotices {
  constructor(private readonly work: UnitOfWork) {}

  async execute({ after, limit = PAGE }: PageQuery): Promise<NoticesPage> {
    const { postId, unitId } = this.work.actor;
    const place = readPlace(after, 2) ?? [null, null];
    const [rows, { unread }] = await Promise.all([
      this.work.rows<NoticeView>(NOTICES, [postId, unitId, ...place, limit + 1]),
      this.work.found<{ unread: number }>(UNREAD, [postId]),
    ]);
    return { ...pageOf(rows, limit, (row) => [row.createdAt, row.id]), unread };
  }
}

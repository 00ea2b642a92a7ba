import { Injectable } from '@nestjs/common';
import { PAGE, pageOf, readPlace, UnitOfWork } from '@relais/server/kernel';
import type { NoticesPage, NoticesQuery, NoticeView } from './notices.messages';

const NOTICES = `
  select n.id, n.kind, n.topic, n.audience, n.detail, n.referral_id as "referralId", b.id as "beneficiaryId",
    coalesce(coalesce(b.name_of_use, b.given_name) || ' ' || b.family_name, r.summary->>'name') as "personName",
    coalesce(b.file_number, case when n.audience = 'coordinator' then n.file_number end) as "fileNumber",
    r.need, coalesce(r.theme, n.theme) as theme, su.name as "senderUnitName", ru.name as "receiverUnitName",
    n.created_at as "createdAt", n.read_at as "readAt"
  from app.notice n
  left join app.referral r on r.region = $1 and r.id = n.referral_id
  left join app.beneficiary b on b.region = $1 and b.id = n.beneficiary_id
  left join app.unit su on su.region = $1 and su.id = coalesce(n.sender_unit_id, r.sender_unit_id)
  left join app.unit ru on ru.region = $1 and ru.id = coalesce(n.receiver_unit_id, r.receiver_unit_id)
  where n.region = $1 and n.post_id = $2 and ($3 = 'all' or n.read_at is null)
    and ($4::timestamptz is null or (n.created_at, n.id) < ($4::timestamptz, $5::uuid))
  order by n.created_at desc, n.id desc limit $6`;

const UNREAD = `
  select count(*)::int as unread from (select 1 from app.notice where region = $1 and post_id = $2 and read_at is null limit 1000) x`;

/** What the acting post was told, latest first. */
@Injectable()
export class ListNotices {
  constructor(private readonly work: UnitOfWork) {}

  async execute({ after, limit = PAGE, only = 'all' }: NoticesQuery): Promise<NoticesPage> {
    const { postId } = this.work.actor;
    const place = readPlace(after) ?? [null, null];
    const [rows, { unread }] = await Promise.all([
      this.work.rows<NoticeView>(NOTICES, [postId, only, ...place, limit + 1]),
      this.work.found<{ unread: number }>(UNREAD, [postId]),
    ]);
    return { ...pageOf(rows, limit, (row) => [row.createdAt, row.id]), unread };
  }
}

import { Injectable } from '@nestjs/common';
import { isInstant } from '@relais/domain';
import { Journal, PAGE, pageOf, readPlace, refuse, UnitOfWork } from '@relais/server/kernel';
import { isUUID } from 'class-validator';
import type { DraftCard, DraftsPage } from './interview-views.messages';
import type { DraftsQuery } from './interviews.messages';

const DRAFTS = `
  select i.id, i.beneficiary_id as "beneficiaryId", coalesce(b.name_of_use, b.given_name) || ' ' || b.family_name as name, i.mode,
    i.happened_at as "happenedAt", i.updated_at as "updatedAt", i.version,
    coalesce((select left(n.body, 120) from app.note n where n.region = $1 and n.interview_id = i.id order by n.created_at, n.id limit 1), '') as words
  from app.interview i join app.beneficiary b on b.region = $1 and b.id = i.beneficiary_id
  where i.region = $1 and i.author_post_id = $2 and i.status = 'draft'
    and ($3::timestamptz is null or (i.happened_at, i.id) < ($3::timestamptz, $4::uuid))
  order by i.happened_at desc, i.id desc limit $5`;

/** My interviews that are not sealed yet, latest first. */
@Injectable()
export class ListDrafts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  async execute({ after, limit = PAGE }: DraftsQuery): Promise<DraftsPage> {
    const { postId } = this.work.actor;
    const [happenedAt, id] = readPlace(after) ?? [null, null];
    if (after !== undefined && !(isInstant(String(happenedAt)) && isUUID(id))) refuse('request.invalid', { pointer: '/after' });
    const [rows] = await Promise.all([
      this.work.rows<DraftCard>(DRAFTS, [postId, happenedAt, id, limit + 1]),
      this.journal.audit('interview.list_read', { objectType: 'post', objectId: postId }),
    ]);
    return pageOf(rows, limit, (row) => [row.happenedAt, row.id]);
  }
}

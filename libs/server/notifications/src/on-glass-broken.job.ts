import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { type EventConsumer, type HappenedEvent, OnEvents, UnitOfWork } from '@relais/server/kernel';
import { TellPosts } from './tell-posts';
import { WhoIsTold } from './who-is-told';

const GLASS = `select g.post_id as "postId", g.unit_id as "unitId", g.beneficiary_id as "beneficiaryId", b.lead_post_id as "leadPostId"
  from app.glass g join app.beneficiary b on b.region = $1 and b.id = g.beneficiary_id where g.region = $1 and g.id = $2`;

type Glass = { readonly postId: Id; readonly unitId: Id; readonly beneficiaryId: Id; readonly leadPostId: Id | null };

/** A file was opened without a link: the leads of that unit, the data-protection officer and the referent know at once; those who review it, again when nobody did in time. Source: trust.md §4. */
@Injectable()
@OnEvents('glass.broken', 'glass.review_overdue')
export class OnGlassBroken implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly who: WhoIsTold,
    private readonly posts: TellPosts,
  ) {}

  async execute(event: HappenedEvent): Promise<void> {
    const glass = await this.work.row<Glass>(GLASS, [event.payload['objectId']]);
    if (!glass) return;
    const { postId, unitId, beneficiaryId, leadPostId } = glass;
    const broken = event.event === 'glass.broken';
    await this.posts.execute(event, { kind: broken ? 'glass.broken' : 'glass.review_overdue', beneficiaryId }, [
      ...(await this.who.leads(unitId)).map((id) => ({ postId: id, audience: 'lead' as const })),
      ...(await this.who.guardians(postId)).map((id) => ({ postId: id, audience: 'guardian' as const })),
      ...(broken && leadPostId ? [{ postId: leadPostId, audience: 'referent' as const }] : []),
    ]);
  }
}

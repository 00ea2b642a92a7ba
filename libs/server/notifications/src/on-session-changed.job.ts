import { Injectable } from '@nestjs/common';
import type { Id, Instant } from '@relais/domain';
import { type EventConsumer, type HappenedEvent, OnEvents, UnitOfWork } from '@relais/server/kernel';
import { TellPosts } from './tell-posts';

const SESSION = 'select post_id as "postId", starts_at as "startsAt" from app.group_session where region = $1 and id = $2';

/** Tells whoever holds a collective session that a colleague moved or cancelled it; its people are told place by place. */
@Injectable()
@OnEvents('group_session.moved', 'group_session.cancelled')
export class OnSessionChanged implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly posts: TellPosts,
  ) {}

  async execute(event: HappenedEvent): Promise<void> {
    const session = await this.work.row<{ postId: Id; startsAt: Instant }>(SESSION, [event.payload['objectId']]);
    if (!session) return;
    const kind = event.event === 'group_session.moved' ? 'appointment.moved' : 'appointment.cancelled';
    await this.posts.execute(event, { kind, detail: session.startsAt }, [{ postId: session.postId, audience: 'receiver' }]);
  }
}

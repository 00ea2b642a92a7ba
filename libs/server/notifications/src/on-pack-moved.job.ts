import { Injectable } from '@nestjs/common';
import type { Id, PackTold } from '@relais/domain';
import { type EventConsumer, type HappenedEvent, OnEvents, UnitOfWork } from '@relais/server/kernel';
import { TellPosts } from './tell-posts';

const TAKERS = `select distinct to_post_id as id from app.pack_file where region = $1 and pack_id = $2 and status = 'moved' order by 1`;

/** A caseload changed hands: each colleague is told once, whatever the number of files, and its referent once they are back. */
@Injectable()
@OnEvents('pack.moved', 'pack.returned')
export class OnPackMoved implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly posts: TellPosts,
  ) {}

  async execute(event: HappenedEvent): Promise<void> {
    const kind = event.event as PackTold;
    const { postId, unitId } = event.payload;
    const told =
      kind === 'pack.moved' ? await this.work.rows<{ id: Id }>(TAKERS, [event.payload['objectId']]) : postId ? [{ id: postId }] : [];
    const about = { kind, fromUnitId: unitId, toUnitId: unitId };
    await this.posts.execute(
      event,
      about,
      told.map(({ id }) => ({ postId: id, audience: kind === 'pack.moved' ? ('receiver' as const) : ('referent' as const) })),
    );
  }
}

import type { ServerResponse } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { Actor, Id } from '@relais/domain';
import { type Change, LiveListener, UnitOfWork } from '@relais/server/kernel';

/** Milliseconds between two signs of life; each also asks whether the session still lives. */
const HEARTBEAT = 20_000;

const BELOW = `select unit_id as "unitId" from app.unit_ancestor where region = $1 and ancestor_id = $2`;

/** The open streams of this process: each says to one post that something changed, never what. */
@Injectable()
export class FollowChanges implements BeforeApplicationShutdown {
  private readonly open = new Set<ServerResponse>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly live: LiveListener,
  ) {}

  /** Asks the session and the units that concern this post, before anything is answered. */
  async unitsOf(actor: Actor): Promise<ReadonlySet<Id>> {
    const rows = await this.work.read(actor, () => this.work.rows<{ unitId: Id }>(BELOW, [actor.unitId]));
    return new Set(rows.map(({ unitId }) => unitId));
  }

  /** Writes to `stream` until the browser leaves or the session ends. */
  follow(actor: Actor, units: ReadonlySet<Id>, stream: ServerResponse): void {
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    stream.write('retry: 2000\n\n');
    this.open.add(stream);
    const changes = this.live.changes.subscribe((change) => {
      if (concerns(change, actor, units))
        stream.write(`event: changed\ndata: ${JSON.stringify({ topic: change.topic, file: change.file })}\n\n`);
    });
    const beat = setInterval(() => {
      this.unitsOf(actor).then(
        () => stream.write(': still here\n\n'),
        () => stream.end(),
      );
    }, HEARTBEAT);
    stream.on('close', () => {
      clearInterval(beat);
      changes.unsubscribe();
      this.open.delete(stream);
    });
  }

  /** Before the server waits for its connections to end: these never would. */
  beforeApplicationShutdown(): void {
    for (const stream of this.open) stream.end();
  }
}

function concerns({ region, postIds, unitIds }: Change, actor: Actor, units: ReadonlySet<Id>): boolean {
  return region === actor.region && (postIds.includes(actor.postId) || unitIds.some((id) => units.has(id)));
}

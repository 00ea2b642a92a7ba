import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, Journal, refuse, UnitOfWork } from '@relais/server/kernel';
import type { SettleRequest, SuspicionLine } from './audit.messages';
import { ListSuspicions } from './list-suspicions';

/** The officer asked, and says what it was. */
@Injectable()
export class SettleSuspicion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly suspicions: ListSuspicions,
  ) {}

  async execute(id: Id, { endedAs, note }: SettleRequest): Promise<SuspicionLine> {
    await this.suspicions.one(id);
    const settled = await this.work.rows(
      `update app.suspicion set settled_at = $3, settled_by_post_id = $4, ended_as = $5, note = $6, version = version + 1
       where region = $1 and id = $2 and settled_at is null returning id`,
      [id, this.clock.now(), this.work.actor.postId, endedAs, note.trim()],
    );
    if (settled.length === 0) refuse('suspicion.settled');
    await this.journal.record('suspicion.settled', { objectType: 'suspicion', objectId: id, reason: endedAs });
    return this.suspicions.one(id);
  }
}

import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, UnitOfWork } from '@relais/server/kernel';

/** A notice, or all of them, was seen. Only one's own exist. */
@Injectable()
export class ReadNotices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async one(id: Id): Promise<void> {
    await this.work.found(`select id from app.notice where region = $1 and id = $2`, [id]);
    await this.work.rows(`update app.notice set read_at = $3 where region = $1 and id = $2 and read_at is null`, [id, this.clock.now()]);
  }

  async all(): Promise<void> {
    const { postId } = this.work.actor;
    await this.work.rows(`update app.notice set read_at = $3 where region = $1 and post_id = $2 and read_at is null`, [
      postId,
      this.clock.now(),
    ]);
  }
}

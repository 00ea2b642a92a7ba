import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork } from '@relais/server/kernel';
import type { PutOffRequest, PutOffView } from './day.messages';

const PUT_OFF = `insert into app.day_snooze (region, post_id, object_id, until, created_at) values ($1, $2, $3, $4, $5)
  on conflict (region, post_id, object_id) do update set until = excluded.until, created_at = excluded.created_at`;
const TAKE_BACK = `delete from app.day_snooze where region = $1 and post_id = $2 and (object_id = $3 or until <= $4)`;

/** Puts a matter of the day off to a later day, for oneself: clocks run on, nobody else sees less. A day that has come takes it back. */
@Injectable()
export class Snooze {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ objectId, until }: PutOffRequest): Promise<PutOffView> {
    const { postId, region } = this.work.actor;
    const today = this.clock.today(region);
    await this.work.rows(TAKE_BACK, [postId, objectId, today]);
    if (until > today) await this.work.rows(PUT_OFF, [postId, objectId, until, this.clock.now()]);
    return { objectId, until };
  }
}

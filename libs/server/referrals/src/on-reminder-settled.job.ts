import { Injectable } from '@nestjs/common';
import { REMINDER_SETTLED } from '@relais/domain';
import { type EventConsumer, type HappenedEvent, OnEvents, UnitOfWork } from '@relais/server/kernel';

const SETTLE = `
  update app.referral_reminder set settled_at = $5
  where region = $1 and referral_id = $2 and step = $3 and milestone = $4 and settled_at is null`;

/** Every message of a reminder was delivered or bounced: the referral may expire as far as this one is concerned. */
@Injectable()
@OnEvents(REMINDER_SETTLED)
export class OnReminderSettled implements EventConsumer {
  constructor(private readonly work: UnitOfWork) {}

  async execute({ at, payload: { referralId, step, milestone } }: HappenedEvent): Promise<void> {
    await this.work.rows(SETTLE, [referralId, step, milestone, at]);
  }
}

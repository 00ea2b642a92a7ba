import { Injectable } from '@nestjs/common';
import type { ReminderSettled } from '@relais/domain';
import { type EventConsumer, type HappenedEvent, OnEvents, UnitOfWork } from '@relais/server/kernel';
import { SettleReminders } from './settle-reminders';

/** Only a mail that was in doubt could hold its reminder open: one that had bounced did not. */
const REMINDER = `select referral_id as "referralId", reminder_step as step, reminder_milestone as milestone from app.message
  where region = $1 and id = $2 and status = 'delivered' and reminder_step is not null`;

/** Somebody counted a mail as told: if it was the last of its reminder, that one is settled. */
@Injectable()
@OnEvents('message.told')
export class OnMessageTold implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reminders: SettleReminders,
  ) {}

  async execute({ payload }: HappenedEvent): Promise<void> {
    const reminder = await this.work.row<ReminderSettled>(REMINDER, [payload['messageId']]);
    if (!reminder) return;
    await this.reminders.inTurn(reminder);
    await this.reminders.whenAllArrived(reminder);
  }
}

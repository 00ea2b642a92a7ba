import { Injectable } from '@nestjs/common';
import { REMINDER_SETTLED, type ReminderSettled } from '@relais/domain';
import { Journal, UnitOfWork } from '@relais/server/kernel';

const OPEN = `select 1 as open from app.message where region = $1 and referral_id = $2 and reminder_step = $3 and reminder_milestone = $4
  and status not in ('delivered', 'bounced') limit 1`;

/** Says that a reminder arrived: each of its mails was delivered or bounced, or there was nobody to write to. Source: referral.md, "Delivered". */
@Injectable()
export class SettleReminders {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** Mails of one reminder are settled one after the other, so that the last one is never missed. Call it before changing one. */
  async inTurn({ referralId, step, milestone }: ReminderSettled): Promise<void> {
    await this.work.rows(`select pg_advisory_xact_lock(hashtextextended($1 || $2 || $3 || $4, 0))`, [referralId, step, milestone]);
  }

  /** Settles the reminder when nothing of it is under way any more. */
  async whenAllArrived(reminder: ReminderSettled): Promise<void> {
    const { referralId, step, milestone } = reminder;
    if ((await this.work.row(OPEN, [referralId, step, milestone])) === undefined) await this.settle(reminder);
  }

  /** Records the event `reminder.settled`. */
  async settle({ referralId, step, milestone }: ReminderSettled): Promise<void> {
    await this.journal.record(REMINDER_SETTLED, { objectType: 'referral', objectId: referralId }, { referralId, step, milestone });
  }
}

import { Injectable } from '@nestjs/common';
import { type Id, type Referral, REFERRAL_REMINDED, type ReferralEffect, type Reminder, tellingOf } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';

/** A reminder with the referral it is about and whom it is for. */
export type Given = { readonly referral: Referral; readonly reminder: Reminder; readonly effects: readonly ReferralEffect[] };

const REMEMBER = `
  insert into app.referral_reminder (region, referral_id, step, milestone, at)
  select $1, m.referral_id, m.step, m.milestone, $5 from unnest($2::uuid[], $3::timestamptz[], $4::text[]) as m (referral_id, step, milestone)
  on conflict do nothing returning referral_id as id`;

/** Gives reminders, many at once: each (referral, step, milestone) is remembered and announced once, whoever tries again. */
@Injectable()
export class GiveReminders {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** At most one reminder for a referral in one call. */
  async give(reminders: readonly Given[]): Promise<void> {
    if (reminders.length === 0) return;
    const names = [
      reminders.map(({ referral }) => referral.id),
      reminders.map(({ reminder }) => reminder.step),
      reminders.map(({ reminder }) => reminder.milestone),
    ];
    const rows = await this.work.rows<{ id: Id }>(REMEMBER, [...names, this.clock.now()]);
    const first = new Set(rows.map(({ id }) => id));
    await this.journal.recordAll(
      REFERRAL_REMINDED,
      reminders
        .filter(({ referral }) => first.has(referral.id))
        .map(({ referral: { id, beneficiaryId, senderUnitId, receiverUnitId }, reminder, effects }) => ({
          fact: { objectType: 'referral', objectId: id, beneficiaryId },
          ids: { referralId: id, ...reminder, senderUnitId, receiverUnitId, ...tellingOf(effects) },
        })),
    );
  }
}

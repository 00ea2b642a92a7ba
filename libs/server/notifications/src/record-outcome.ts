import { Injectable } from '@nestjs/common';
import { type Id, type Instant, type Milestone, plusMinutes, type ReminderSettled } from '@relais/domain';
import { Clock, UnitOfWork } from '@relais/server/kernel';
import type { Outcome } from './mail-outcome';
import { SettleReminders } from './settle-reminders';
import { TellPosts } from './tell-posts';

/** How often a letter is tried; the waits double from one minute. */
const TRIES = 8;

type Row = {
  readonly id: Id;
  readonly status: string;
  readonly attempts: number;
  readonly toPerson: boolean;
  readonly recipientId: Id;
  readonly postId: Id;
  readonly referralId: Id | null;
  readonly step: Instant | null;
  readonly milestone: Milestone | null;
};

const ROW = `select id, status, attempts, to_person as "toPerson", recipient_id as "recipientId", post_id as "postId",
  referral_id as "referralId", reminder_step as step, reminder_milestone as milestone from app.message where region = $1 and id = $2`;
const SETTLE = `update app.message set status = $3, reason = $4, settled_at = $5 where region = $1 and id = $2 and status = any($6::text[])
  returning id`;
const AGAIN = `update app.message set status = 'queued', reason = $3, due_at = $4, sent_at = null where region = $1 and id = $2 and status = 'sent'`;
const UNHEARD = `update app.message set reason = $3 where region = $1 and id = $2 and status = 'sent'`;

/** Writes into the ledger what became of a letter; what it told never changes for it. Source: referral.md, invariant 10. */
@Injectable()
export class RecordOutcome {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly reminders: SettleReminders,
    private readonly posts: TellPosts,
  ) {}

  /** Records an outcome; one that comes late, or twice, changes nothing. A letter that was delivered may still bounce. */
  async execute(id: Id, outcome: Outcome): Promise<void> {
    const known = await this.work.row<Row>(ROW, [id]);
    if (!known) return;
    const reminder = reminderOf(known);
    if (reminder) await this.reminders.inTurn(reminder);
    const row = reminder ? ((await this.work.row<Row>(ROW, [id])) ?? known) : known;
    if (outcome.did === 'again' && row.attempts < TRIES) {
      const minutes = outcome.atOnce ? 0 : 2 ** (row.attempts - 1);
      await this.work.rows(AGAIN, [id, outcome.reason, plusMinutes(this.clock.now(), minutes)]);
    } else if (outcome.did === 'unknown') {
      await this.work.rows(UNHEARD, [id, outcome.reason]);
    } else {
      await this.settle(row, outcome, reminder);
    }
  }

  private async settle(row: Row, outcome: Outcome, reminder: ReminderSettled | undefined): Promise<void> {
    const status = outcome.did === 'again' ? 'failed' : outcome.did;
    const from = status === 'bounced' ? ['queued', 'sent', 'delivered'] : ['queued', 'sent'];
    const reason = 'reason' in outcome ? outcome.reason : null;
    const changed = await this.work.rows(SETTLE, [row.id, status, reason, this.clock.now(), from]);
    if (changed.length === 0) return;
    if (reminder && row.status !== 'delivered' && status !== 'failed') await this.reminders.whenAllArrived(reminder);
    if (row.toPerson && status !== 'delivered') await this.tellInstead(row, status);
  }

  /** A mail to the person did not arrive: whoever answers for it tells them in another way. */
  private async tellInstead({ id, recipientId, postId }: Row, detail: string): Promise<void> {
    const event = { region: this.work.region, id, event: 'message.not_delivered', at: this.clock.now(), payload: {} };
    const what = { kind: 'person.not_told', beneficiaryId: recipientId, detail } as const;
    await this.posts.execute(event, what, [{ postId, audience: 'referent' }]);
  }
}

function reminderOf({ referralId, step, milestone }: Row): ReminderSettled | undefined {
  return referralId && step && milestone ? { referralId, step, milestone } : undefined;
}

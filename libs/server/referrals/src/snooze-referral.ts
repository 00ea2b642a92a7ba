import { Injectable } from '@nestjs/common';
import { type Id, whyNotSnooze } from '@relais/domain';
import { Clock, Journal, RefusalProblem, UnitOfWork } from '@relais/server/kernel';
import { ReferralEntity } from './referral.entity';
import { StandingOfPost } from './standing-of-post';
import type { SnoozeRequest } from './triage.messages';

const BEFORE = 'select until from app.referral_snooze where region = $1 and post_id = $2 and referral_id = $3';
const PUT_OFF = 'insert into app.referral_snooze (region, post_id, referral_id, until, created_at) values ($1, $2, $3, $4, $5)';

/** Puts a referral off for one's own eyes, once: nobody else notices, and its clock runs on. */
@Injectable()
export class SnoozeReferral {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly standings: StandingOfPost,
  ) {}

  async execute(id: Id, { until }: SnoozeRequest): Promise<void> {
    const { postId } = this.work.actor;
    const referral = await this.work.lock(ReferralEntity, id);
    const [before] = await this.work.rows(BEFORE, [postId, id]);
    const now = this.clock.now();
    const refusal = whyNotSnooze(referral, await this.standings.of(referral), until, before !== undefined, now);
    if (refusal) throw new RefusalProblem(refusal);
    await this.work.rows(PUT_OFF, [postId, id, until, now]);
    await this.journal.audit('referral.snoozed', { objectType: 'referral', objectId: id, beneficiaryId: referral.beneficiaryId });
  }
}

import { Injectable } from '@nestjs/common';
import { glassExpiry, type Id, type Instant, reviewDue, whyNotGlass } from '@relais/domain';
import { Clock, Journal, newId, RefusalProblem, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import type { GlassRequest, GlassView } from './links.messages';
import { WhoIsMeant } from './who-is-meant';

/** Opens one file to one post in an emergency: the reason is typed and kept, it closes by itself, the unit leads are told. */
@Injectable()
export class BreakGlass {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly meant: WhoIsMeant,
    private readonly agreement: RegionAgreement,
  ) {}

  async execute(card: Id, { reasonCode, reason }: GlassRequest): Promise<GlassView> {
    const beneficiaryId = await this.meant.by(card);
    const { actor } = this.work;
    const [id, now] = [newId(), this.clock.now()];
    // One after the other for a post, so that two tabs never open a fourth file.
    await this.work.rows('select pg_advisory_xact_lock(hashtextextended($1 || $2, 0))', [actor.postId]);
    const broken = await this.work.rows<{ at: Instant }>(
      `select opened_at as at from app.glass where region = $1 and post_id = $2 and opened_at > $3::timestamptz - interval '31 days'`,
      [actor.postId, now],
    );
    const no = whyNotGlass(
      reason,
      broken.map(({ at }) => at),
      now,
    );
    if (no) throw new RefusalProblem(no);
    const expiresAt = glassExpiry(now);
    const { calendar } = await this.agreement.inForce();
    await this.work.rows(
      `insert into app.glass (region, id, beneficiary_id, post_id, unit_id, reason_code, reason, opened_at, expires_at, review_due_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, beneficiaryId, actor.postId, actor.unitId, reasonCode, reason.trim(), now, expiresAt, reviewDue(now, calendar)],
    );
    const fact = { objectType: 'glass', objectId: id, beneficiaryId, reason: reasonCode };
    await this.journal.record('glass.broken', fact, { postId: actor.postId, unitId: actor.unitId });
    return { id, beneficiaryId, expiresAt };
  }
}

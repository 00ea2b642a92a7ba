import { Injectable } from '@nestjs/common';
import { type Id, whyNotReview } from '@relais/domain';
import { Clock, Journal, newId, refuse, RefusalProblem, UnitOfWork } from '@relais/server/kernel';
import type { GlassLine, ReviewRequest } from './audit.messages';
import { ListGlasses } from './list-glasses';

const GLASS = `select g.post_id as "openedBy", g.unit_id as "unitId", g.beneficiary_id as "beneficiaryId" from app.glass g where g.region = $1 and g.id = $2`;

/** Says whether opening a file in an emergency was justified: once, by somebody else, and never changed. */
@Injectable()
export class ReviewGlass {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly glasses: ListGlasses,
  ) {}

  async execute(id: Id, { verdict, note = '' }: ReviewRequest): Promise<GlassLine> {
    const { reviewedAt } = await this.glasses.one(id);
    const { openedBy, unitId, beneficiaryId } = await this.work.found<{ openedBy: Id; unitId: Id; beneficiaryId: Id }>(GLASS, [id]);
    const { postId } = this.work.actor;
    const no = whyNotReview({ openedBy, reviewed: reviewedAt !== null }, postId, verdict, note);
    if (no) throw new RefusalProblem(no);
    const written = await this.work.rows(
      `insert into app.glass_review (region, id, glass_id, unit_id, opened_by_post_id, reviewer_post_id, verdict, note, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (region, glass_id) do nothing returning id`,
      [newId(), id, unitId, openedBy, postId, verdict, note.trim(), this.clock.now()],
    );
    if (written.length === 0) refuse('glass.reviewed');
    await this.journal.record('glass.reviewed', { objectType: 'glass', objectId: id, beneficiaryId, reason: verdict });
    return this.glasses.one(id);
  }
}

import { Injectable } from '@nestjs/common';
import type { Id, RegionCode } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';

const LATE = `
  update app.glass g set overdue_told_at = $2
  where g.region = $1 and g.id in (
    select l.id from app.glass l where l.region = $1 and l.review_due_at < $2 and l.overdue_told_at is null
      and not exists (select 1 from app.glass_review v where v.region = $1 and v.glass_id = l.id)
    order by l.review_due_at limit 100 for update skip locked)
  returning g.id, g.beneficiary_id as "beneficiaryId"`;

/** A glass that nobody reviewed in time: lead and officer are told once more. Any number of workers tell it once. */
@Injectable()
export class RemindOfReviews {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /** One round for one region; how many were told. */
  execute(region: RegionCode): Promise<number> {
    return this.work.write({ region, system: true }, async () => {
      const late = await this.work.rows<{ id: Id; beneficiaryId: Id }>(LATE, [this.clock.now()]);
      for (const { id, beneficiaryId } of late) {
        await this.journal.record('glass.review_overdue', { objectType: 'glass', objectId: id, beneficiaryId });
      }
      return late.length;
    });
  }
}

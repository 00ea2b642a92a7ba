import { Injectable } from '@nestjs/common';
import { dueMoveOf, type Id, type RegionCode } from '@relais/domain';
import { Clock, UnitOfWork } from '@relais/server/kernel';
import { HandOver } from './hand-over';
import { HandoverEntity } from './handover.entity';

const DUE = `
  select id from app.handover where region = $1 and due_at is not null and due_at <= $2 and id <> all($3::uuid[])
  order by due_at, id limit 1 for update skip locked`;

/** Lapses, takes effect or ends what falls due, one handover in one transaction; one that fails is left aside, and told at the end. */
@Injectable()
export class ActOnHandoverDates {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly handOver: HandOver,
  ) {}

  /** One round for a region; how many acted. */
  async execute(region: RegionCode): Promise<number> {
    const aside = new Map<Id, unknown>();
    for (let acted = 0; ;) {
      let taken: Id | undefined;
      try {
        await this.work.write({ region, system: true }, async () => {
          taken = (await this.work.row<{ id: Id }>(DUE, [this.clock.now(), [...aside.keys()]]))?.id;
          if (taken !== undefined) await this.act(taken);
        });
        if (taken !== undefined) acted += 1;
      } catch (error) {
        if (taken === undefined) throw error;
        aside.set(taken, error);
        continue;
      }
      if (taken !== undefined) continue;
      if (aside.size > 0) throw aside.values().next().value;
      return acted;
    }
  }

  private async act(id: Id): Promise<void> {
    const handover = await this.work.lock(HandoverEntity, id);
    const move = dueMoveOf(handover);
    if (move) await this.handOver.move(move, handover, { side: 'system', postId: null });
  }
}

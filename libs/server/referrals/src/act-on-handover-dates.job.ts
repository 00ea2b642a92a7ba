import { Injectable } from '@nestjs/common';
import { dueMoveOf, type Id, type RegionCode } from '@relais/domain';
import { actInBatches, Clock, UnitOfWork } from '@relais/server/kernel';
import { HandOver } from './hand-over';
import { HandoverEntity } from './handover.entity';

/** One at a time: each locks its referral, its file and its supports. */
const DUE = `
  select id from app.handover where region = $1 and due_at is not null and due_at <= $2 and id <> all($3::uuid[]) and ($4::uuid is null or id = $4)
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
  execute(region: RegionCode): Promise<number> {
    return actInBatches(({ aside, only, took }) =>
      this.work.write({ region, system: true }, async () => {
        const due = await this.work.row<{ id: Id }>(DUE, [this.clock.now(), aside, only]);
        if (!due) return [];
        took([due.id]);
        return (await this.act(due.id)) ? [due.id] : [];
      }),
    );
  }

  /** False when nothing falls due in the state in which it stands. */
  private async act(id: Id): Promise<boolean> {
    const handover = await this.work.lock(HandoverEntity, id);
    const move = dueMoveOf(handover);
    if (move) await this.handOver.move(move, handover, { side: 'system', postId: null });
    return move !== undefined;
  }
}

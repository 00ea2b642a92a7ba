import { Injectable } from '@nestjs/common';
import { type Id, TIMER } from '@relais/domain';
import { type EventConsumer, type HappenedEvent, OnEvents, UnitOfWork } from '@relais/server/kernel';
import { MakeMove } from './make-move';

/** Live referrals of the file that was merged away whose like lives in the file that stays: same need, same receiver. */
const TWINS = `
  select old.id, kept.id as "successorId" from app.referral old
  join app.referral kept on kept.region = $1 and kept.beneficiary_id = $3 and kept.theme = old.theme
    and kept.receiver_unit_id = old.receiver_unit_id and kept.status not in ('draft', 'held', 'closed')
  where old.region = $1 and old.beneficiary_id = $2 and old.status <> 'closed' order by old.id for update of old`;

/** Two files were one person: a referral that then exists twice is superseded by the one of the file that stays. */
@Injectable()
@OnEvents('beneficiary.merged')
export class OnFilesMerged implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly makeMove: MakeMove,
  ) {}

  async execute({ payload: { mergedId, beneficiaryId } }: HappenedEvent): Promise<void> {
    if (!mergedId || !beneficiaryId) return;
    await this.makeMove.lockFile(mergedId);
    for (const { id, successorId } of await this.work.rows<{ id: Id; successorId: Id }>(TWINS, [mergedId, beneficiaryId]))
      await this.makeMove.execute('supersede', await this.makeMove.lock(id), { successorId }, { standing: TIMER });
  }
}

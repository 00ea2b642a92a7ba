import { Injectable } from '@nestjs/common';
import type { Referral } from '@relais/domain';
import { Clock, newId, UnitOfWork } from '@relais/server/kernel';

const LOG = `
  insert into app.unmet_need (region, id, referral_id, theme, receiver_unit_id, sender_unit_id, reason, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** A need that nobody could take: for want of a place, or of an answer. Counted by theme and territory, never by name. Source: domain.md §6. */
@Injectable()
export class LogUnmetNeed {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async log({
    id,
    theme,
    receiverUnitId,
    senderUnitId,
    closure,
  }: Pick<Referral, 'id' | 'theme' | 'receiverUnitId' | 'senderUnitId' | 'closure'>): Promise<void> {
    const reason = closure === 'expired' ? 'no_answer' : 'no_place';
    await this.work.rows(LOG, [newId(), id, theme, receiverUnitId, senderUnitId, reason, this.clock.now()]);
  }
}

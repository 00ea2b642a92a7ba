import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { refuse, UnitOfWork } from '@relais/server/kernel';
import { MakeMove } from './make-move';
import type { DeclineRequest } from './moves.messages';
import type { ReferralView } from './referral-views.messages';
import { idsOf } from './referrals.messages';
import { ShowReferral } from './show-referral';
import { DESTINATIONS } from './show-queries';

/** Declines with a reason and says who else could serve the person, so that the sender has a next step at once. */
@Injectable()
export class DeclineReferral {
  constructor(
    private readonly work: UnitOfWork,
    private readonly makeMove: MakeMove,
    private readonly show: ShowReferral,
  ) {}

  async execute(id: Id, { reason, alternatives, destinationUnitId, ...rest }: DeclineRequest): Promise<ReferralView> {
    const before = await this.makeMove.lock(id);
    const others = idsOf(alternatives);
    await this.known(destinationUnitId ? [destinationUnitId] : [], '/destinationUnitId');
    await this.known(others ?? [], '/alternatives');
    const where = { ...(others && { alternatives: others }), ...(destinationUnitId && { destinationUnitId }) };
    await this.makeMove.execute('decline', before, { ...rest, ...where, declineReason: reason });
    return this.show.view(id);
  }

  private async known(unitIds: readonly Id[], pointer: string): Promise<void> {
    const asked = new Set(unitIds);
    if (asked.size === 0) return;
    const found = await this.work.rows(DESTINATIONS, [[...asked]]);
    if (found.length < asked.size) refuse('request.invalid', { pointer });
  }
}

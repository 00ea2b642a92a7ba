import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { PlanAppointment } from '@relais/server/appointments';
import { UnitOfWork } from '@relais/server/kernel';
import { MakeMove } from './make-move';
import type { AcceptRequest } from './moves.messages';
import { Places } from './places';
import type { ReferralView } from './referral-views.messages';
import { ShowReferral } from './show-referral';

/** A post that can answer for a person received by a unit: it works in that unit or above it, where the file will be open to it. */
const COLLEAGUE = `
  select p.id from app.post p join app.unit_ancestor u on u.region = $1 and u.ancestor_id = p.unit_id
  where p.region = $1 and p.id = $2 and u.unit_id = $3 and p.active and p.role in ('counsellor', 'unit_lead')`;

/** Accepts with a named person, who becomes the referent of the unit's support; the first meeting may be planned at once. */
@Injectable()
export class AcceptReferral {
  constructor(
    private readonly work: UnitOfWork,
    private readonly makeMove: MakeMove,
    private readonly planAppointment: PlanAppointment,
    private readonly places: Places,
    private readonly show: ShowReferral,
  ) {}

  async execute(id: Id, { appointment, version, ...named }: AcceptRequest): Promise<ReferralView> {
    const before = await this.makeMove.lock(id);
    // Who claimed a person answers for them.
    const accountablePostId = named.accountablePostId ?? (before.kind === 'claim' ? before.senderPostId : this.work.actor.postId);
    const colleague = await this.work.row(COLLEAGUE, [accountablePostId, before.receiverUnitId]);
    // A team that asks for somebody has a place for them.
    const placeFree = before.kind === 'claim' ? undefined : await this.places.free(before.receiverUnitId);
    await this.makeMove.execute('accept', before, {
      ...(colleague && { accountablePostId }),
      ...(placeFree !== undefined && { placeFree }),
      ...(version !== undefined && { version }),
    });
    if (placeFree) await this.places.change(before.receiverUnitId, -1);
    if (appointment) {
      const { beneficiaryId, need } = before;
      await this.planAppointment.plan({
        ...appointment,
        beneficiaryId,
        referralId: id,
        postId: accountablePostId,
        purpose: need.slice(0, 200),
      });
    }
    return this.show.view(id);
  }
}

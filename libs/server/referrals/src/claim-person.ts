import { Injectable } from '@nestjs/common';
import { draftReferral, type Id, move, type PastRefusal, refusedUntil } from '@relais/domain';
import { Clock, newId, orRefuse, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import { MakeMove } from './make-move';
import type { ReferralView } from './referral-views.messages';
import type { ClaimRequest } from './referrals.messages';
import { ShowReferral } from './show-referral';

const PERSON = `select coalesce(app.person_of_card($2), f.id) as id from (select $1::text) as here (region)
  left join app.beneficiary f on f.region = $1 and f.id = $2`;
const TO_ASK = `select u.unit_id as "unitId", u.operator_id as "operatorId" from app.unit_to_ask($2) u, (select $1::text) as here (region)`;
const REFUSALS = `
  select closed_at as "closedAt", decline_reason as reason from app.referral
  where region = $1 and beneficiary_id = $2 and receiver_unit_id = $3 and theme = $4 and kind = 'claim' and closure = 'declined'
  order by closed_at desc limit 20`;

/** Asks for a person whom one has met and does not accompany: the unit that accompanies decides. It leaves as it is written. */
@Injectable()
export class ClaimPerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
    private readonly makeMove: MakeMove,
    private readonly show: ShowReferral,
  ) {}

  async execute({ cardId, need, theme, urgent = false, message = '', agreement: said }: ClaimRequest): Promise<ReferralView> {
    const { region, postId, unitId, operatorId } = this.work.actor;
    const person = await this.work.found<{ id: Id | null }>(PERSON, [cardId]);
    const toAsk = await this.work.found<{ unitId: Id; operatorId: Id }>(TO_ASK, [person.id]);
    const [now, agreement] = [this.clock.now(), await this.agreement.inForce()];
    const draft = orRefuse(
      draftReferral(
        {
          ...{ region, id: newId(), beneficiaryId: person.id ?? '', kind: 'claim', need, theme, urgent, parentId: null },
          ...{ senderOperatorId: toAsk.operatorId, senderUnitId: toAsk.unitId, senderPostId: postId },
          ...{ receiverOperatorId: operatorId, receiverUnitId: unitId },
        },
        now,
      ),
    );
    const past = await this.work.rows<PastRefusal>(REFUSALS, [draft.beneficiaryId, unitId, theme]);
    const facts = { sharing: said.status, receiverLive: true, twinOpen: false, refusedUntil: refusedUntil(past, urgent, agreement) };
    const moved = orRefuse(move('send', draft, { side: 'receiver', postId, operatorId }, { facts }, now, agreement));
    await this.makeMove.begin(draft, moved, { message, summary: {} });
    return this.show.view(draft.id);
  }
}

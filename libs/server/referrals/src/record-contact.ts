import { Injectable } from '@nestjs/common';
import { type Id, metAgain, move, type ProvenContact } from '@relais/domain';
import { Clock, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import { MakeMove } from './make-move';
import type { RecordContactRequest } from './moves.messages';
import { ReferralEntity } from './referral.entity';
import type { ReferralView } from './referral-views.messages';
import { ShowReferral } from './show-referral';

/** Contacts of a person with a unit's line that prove a meeting: honoured appointments and sealed two-way interviews. Newest first. */
const PROOFS = `
  select kind, id, least(at, $4::timestamptz) as at from (
    select 'appointment' as kind, a.id, a.starts_at as at, a.unit_id from app.appointment a
    where a.region = $1 and a.beneficiary_id = $2 and a.status = 'honoured'
    union all
    select 'interview', i.id, i.happened_at, i.unit_id from app.interview i
    where i.region = $1 and i.beneficiary_id = $2 and i.status = 'sealed' and i.two_way and i.mode <> 'third_party'
  ) proof
  where ($5::uuid is null or id = $5) and exists (select 1 from app.unit_ancestor u where u.region = $1
    and (u.unit_id = proof.unit_id and u.ancestor_id = $3 or u.unit_id = $3 and u.ancestor_id = proof.unit_id))
  order by at desc, id limit 1`;

/** Those of a person whose receiver may have met them, as far as the acting post may move them. */
const ENGAGED = `select id from app.referral where region = $1 and beneficiary_id = $2 and status in ('accepted', 'in_progress')
  order by id for update`;

/** First contact, proven by what is written down elsewhere: an appointment honoured, an interview sealed by the receiver. */
@Injectable()
export class RecordContact {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
    private readonly makeMove: MakeMove,
    private readonly show: ShowReferral,
  ) {}

  /** Said by the receiver itself. */
  async execute(id: Id, { appointmentId, interviewId, version }: RecordContactRequest): Promise<ReferralView> {
    const before = await this.makeMove.lock(id);
    const contact = await this.proof(before, appointmentId ?? interviewId);
    await this.makeMove.execute('record_contact', before, { ...(contact && { contact }), ...(version !== undefined && { version }) });
    return this.show.view(id);
  }

  /** Found with an appointment or an interview, in its transaction or by the worker; what it can't prove changes nothing. */
  async find(beneficiaryId: Id, contactId: Id, postId: Id | null): Promise<void> {
    await this.makeMove.lockFile(beneficiaryId);
    for (const { id } of await this.work.rows<{ id: Id }>(ENGAGED, [beneficiaryId])) {
      const referral = await this.makeMove.lock(id);
      const contact = await this.proof(referral, contactId);
      if (contact) await this.apply(referral, contact, postId);
    }
  }

  private async apply(referral: ReferralEntity, contact: ProvenContact, postId: Id | null): Promise<void> {
    const [now, agreement] = [this.clock.now(), await this.agreement.inForce()];
    if (referral.status === 'accepted') {
      const standing = { side: 'receiver', postId, operatorId: referral.receiverOperatorId } as const;
      const refused = 'refused' in move('record_contact', referral, standing, { contact }, now, agreement);
      if (!refused) await this.makeMove.execute('record_contact', referral, { contact }, { standing });
      return;
    }
    const met = metAgain(referral, contact.at, now, agreement);
    if (met === referral) return;
    const { lastContactAt, dueAt, dueMilestone, updatedAt } = met;
    await this.work.update(ReferralEntity, referral.id, { lastContactAt, dueAt, dueMilestone, updatedAt });
  }

  private proof({ beneficiaryId, receiverUnitId }: ReferralEntity, contactId: Id | undefined): Promise<ProvenContact | undefined> {
    return this.work.row<ProvenContact>(PROOFS, [beneficiaryId, receiverUnitId, this.clock.now(), contactId ?? null]);
  }
}

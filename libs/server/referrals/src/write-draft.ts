import { Injectable } from '@nestjs/common';
import { draftReferral, type Id, mayFollow, type Referral, whyNotEdit } from '@relais/domain';
import { Clock, Journal, newId, orRefuse, refuse, RefusalProblem, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import { NOT_SAID, ReferralEntity } from './referral.entity';
import type { ReferralView } from './referral-views.messages';
import { type CreateReferralRequest, type EditReferralRequest, idsOf } from './referrals.messages';
import { ShowReferral } from './show-referral';
import { StandingOfPost } from './standing-of-post';

const PERSON = `select b.id from app.beneficiary b where b.region = $1 and b.id = $2 and exists (select 1 from app.file_access a
  where a.region = $1 and a.beneficiary_id = b.id and a.grantee_id in ($3, $4) and (a.expires_at is null or a.expires_at > now()))`;
const RECEIVER = `select u.id, u.operator_id as "operatorId" from app.unit u where u.region = $1 and u.id = $2 and u.active and u.receives_referrals`;
const NEXT = `select then_unit_ids as next from app.referral where region = $1 and id = $2`;
const PARENT = `select closed_at as "closedAt", urgent from app.referral where region = $1 and id = $2 and beneficiary_id = $3 and status = 'closed'`;

/** Writes a referral before it leaves: nobody but the sender's unit sees a draft. */
@Injectable()
export class WriteDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
    private readonly standing: StandingOfPost,
    private readonly show: ShowReferral,
  ) {}

  async create(request: CreateReferralRequest): Promise<ReferralView> {
    const { region, postId, unitId, operatorId } = this.work.actor;
    const { beneficiaryId, kind, need, theme, urgent = false, parentId = null, message = '' } = request;
    await this.work.found(PERSON, [beneficiaryId, unitId, postId]);
    if (parentId && !(await this.mayFollow(parentId, beneficiaryId))) refuse('request.invalid', { pointer: '/parentId' });
    const receiver = await this.receiver(request.receiverUnitId);
    const thenUnitIds = await this.nextOf(request, parentId);
    const draft = orRefuse(
      draftReferral(
        {
          region,
          id: newId(),
          beneficiaryId,
          kind,
          need,
          theme,
          urgent,
          senderOperatorId: operatorId,
          senderUnitId: unitId,
          senderPostId: postId,
          receiverOperatorId: receiver.operatorId,
          receiverUnitId: receiver.id,
          parentId,
        },
        this.clock.now(),
      ),
    );
    await this.work.insert(ReferralEntity, {
      ...draft,
      ...NOT_SAID,
      message,
      included: idsOf(request.included) ?? [],
      thenUnitIds,
      summary: {},
    });
    await this.journal.record('referral.drafted', { objectType: 'referral', objectId: draft.id, beneficiaryId }, { referralId: draft.id });
    return this.show.view(draft.id);
  }

  async edit(id: Id, version: number, request: EditReferralRequest): Promise<ReferralView> {
    const { senderUnitId, beneficiaryId } = await this.open(id);
    const { included, receiverUnitId, thenUnitIds, ...plain } = request;
    if (thenUnitIds) await this.known(thenUnitIds);
    const receiver = receiverUnitId ? await this.receiver(receiverUnitId) : undefined;
    if (receiver?.id === senderUnitId) refuse('referral.same_unit', { pointer: '/receiverUnitId' });
    const ids = idsOf(included);
    const patch = {
      ...plain,
      ...(ids && { included: ids }),
      ...(thenUnitIds && { thenUnitIds }),
      ...(receiver && { receiverUnitId: receiver.id, receiverOperatorId: receiver.operatorId }),
      updatedAt: this.clock.now(),
    };
    await this.work.update(ReferralEntity, id, patch, version);
    await this.journal.audit('referral.edited', { objectType: 'referral', objectId: id, beneficiaryId });
    return this.show.view(id);
  }

  /** A draft that the acting post may write, locked. */
  async open(id: Id): Promise<ReferralEntity> {
    const referral = await this.work.lock(ReferralEntity, id);
    const refusal = whyNotEdit(referral, await this.standing.of(referral));
    if (refusal) throw new RefusalProblem(refusal);
    return referral;
  }

  /** A story may be told on for 90 days after its end. */
  private async mayFollow(parentId: Id, beneficiaryId: Id): Promise<boolean> {
    const parent = await this.work.row<Pick<Referral, 'closedAt' | 'urgent'>>(PARENT, [parentId, beneficiaryId]);
    return parent !== undefined && mayFollow(parent, this.clock.now(), await this.agreement.inForce());
  }

  /** The next choices: those that are named, else those left over of the referral that this one follows. */
  private async nextOf({ thenUnitIds, receiverUnitId }: CreateReferralRequest, parentId: Id | null): Promise<Id[]> {
    if (thenUnitIds) return this.known(thenUnitIds);
    const parent = parentId ? await this.work.row<{ next: Id[] }>(NEXT, [parentId]) : undefined;
    return (parent?.next ?? []).filter((unitId) => unitId !== receiverUnitId);
  }

  private async known(unitIds: readonly Id[]): Promise<Id[]> {
    for (const unitId of unitIds) if (!(await this.work.row(RECEIVER, [unitId]))) refuse('request.invalid', { pointer: '/thenUnitIds' });
    return [...new Set(unitIds)];
  }

  private async receiver(unitId: Id): Promise<{ id: Id; operatorId: Id }> {
    const receiver = await this.work.row<{ id: Id; operatorId: Id }>(RECEIVER, [unitId]);
    return receiver ?? refuse('referral.receiver_closed', { pointer: '/receiverUnitId' });
  }
}

import { Injectable } from '@nestjs/common';
import type { EffectCode, Moved, Referral } from '@relais/domain';
import { Clock, newId, UnitOfWork } from '@relais/server/kernel';
import { HandOver } from './hand-over';
import { LogUnmetNeed } from './log-unmet-need';
import { Places } from './places';

const REUSE_SUPPORT = `
  update app.support set referent_post_id = coalesce(referent_post_id, $4), version = version + 1
  where region = $1 and beneficiary_id = $2 and unit_id = $3 and closed_on is null returning id`;

const OPEN_SUPPORT = `
  insert into app.support (region, id, beneficiary_id, operator_id, unit_id, referent_post_id, opened_on, referral_id, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** A sender can't write to the receiver's support: the database ends it, of a referral that is over. */
const END_SUPPORT = `select app.end_support_of_referral($2, $3, $4) from (select $1::text) as here (region)`;

/**
 * What a move does beside the row of the referral, in the same transaction: the receiver's support begins or ends, the lead of a
 * `redirect` goes over at first contact and back when it is called off. Notices and offers leave with the event.
 */
@Injectable()
export class CarryOutEffects {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly unmet: LogUnmetNeed,
    private readonly handOver: HandOver,
    private readonly places: Places,
  ) {}

  async execute({ effects, referral }: Moved, before: Referral): Promise<void> {
    const codes = effects.map(({ effect }) => effect);
    const has = (code: EffectCode): boolean => codes.includes(code);
    if (has('support.open')) await this.openSupport(referral);
    if (has('handover.open')) await this.handOver.openFor(referral);
    if (has('handover.may_be_effective') && referral.firstContactAt) await this.handOver.meet(referral, referral.firstContactAt);
    // The lead goes back before the support that lets the receiver write to the file is ended.
    if (has('handover.roll_back')) await this.handOver.recallOf(referral);
    if (has('support.undo')) await this.endSupport(before);
    if (has('support.undo') && before.kind !== 'claim') await this.places.change(before.receiverUnitId, 1);
    if (has('unmet_need.log')) await this.unmet.log(referral);
    if (has('read.end') && before.acceptedAt !== null) await this.endSupport(before);
  }

  private async openSupport(referral: Referral): Promise<void> {
    const { beneficiaryId, receiverUnitId, receiverOperatorId, accountablePostId, id } = referral;
    const reused = await this.work.rows(REUSE_SUPPORT, [beneficiaryId, receiverUnitId, accountablePostId]);
    if (reused.length > 0) return;
    const today = this.clock.today(this.work.region);
    const row = [newId(), beneficiaryId, receiverOperatorId, receiverUnitId, accountablePostId, today, id, this.clock.now()];
    await this.work.rows(OPEN_SUPPORT, row);
  }

  private async endSupport({ id }: Referral): Promise<void> {
    await this.work.rows(END_SUPPORT, [id, this.clock.now(), this.clock.today(this.work.region)]);
  }
}

import { Injectable } from '@nestjs/common';
import { type Id, type Instant, type PastRefusal, refusedUntil, type SendFacts } from '@relais/domain';
import { Clock, newId, refuse, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import { MakeMove } from './make-move';
import type { AgreementAnswer, ReleaseRequest, SendRequest } from './moves.messages';
import { PackReferral } from './pack-referral';
import type { ReferralEntity } from './referral.entity';
import type { ReferralView } from './referral-views.messages';
import { ShowReferral } from './show-referral';

const SHARING = `
  insert into app.sharing (region, id, beneficiary_id, status, how, recorded_at, author_post_id, operator_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
/** What is said while referring never undoes an opposition; that is recorded on the file itself. */
const POSITION = `
  update app.beneficiary set sharing_status = $3, updated_at = $4, version = version + 1
  where region = $1 and id = $2 and sharing_status not in ('opposed', 'agreed')`;
const FACTS = `
  select b.sharing_status as position,
    exists (select 1 from app.sharing s where s.region = $1 and s.beneficiary_id = $2) as asked,
    coalesce((select u.active and u.receives_referrals from app.unit u where u.region = $1 and u.id = $3), false) as "receiverLive",
    exists (select 1 from app.referral t where t.region = $1 and t.beneficiary_id = $2 and t.receiver_unit_id = $3 and t.theme = $4
      and t.id <> $5 and t.status not in ('draft', 'held', 'closed')) as "twinOpen"
  from app.beneficiary b where b.region = $1 and b.id = $2`;
/** Refusals of this team for this person and need, as far as the sender may know them. */
const REFUSALS = `
  select closed_at as "closedAt", decline_reason as reason from app.referral
  where region = $1 and beneficiary_id = $2 and receiver_unit_id = $3 and theme = $4 and id <> $5 and closure = 'declined'
  order by closed_at desc limit 20`;
type Found = { position: 'informed' | 'agreed' | 'opposed'; asked: boolean; receiverLive: boolean; twinOpen: boolean };

/** Sends a draft: what the person said is recorded, the pack is frozen as previewed, the receiver's clock starts. */
@Injectable()
export class SendReferral {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
    private readonly makeMove: MakeMove,
    private readonly pack: PackReferral,
    private readonly show: ShowReferral,
  ) {}

  async execute(id: Id, { agreement, hash, version }: SendRequest): Promise<ReferralView> {
    const draft = await this.makeMove.lock(id);
    const sending = draft.status === 'draft' && draft.senderOperatorId === this.work.actor.operatorId;
    if (!sending) {
      await this.makeMove.execute('send', draft, {});
      return this.show.view(id);
    }
    if (agreement) await this.record(draft, agreement);
    const pack = await this.pack.execute(draft);
    if (hash !== undefined && hash !== pack.hash) refuse('referral.world_moved', { params: { by: '', to: draft.status } });
    const packetId = await this.pack.freeze(draft, pack);
    const answer = { packetId, facts: await this.facts(draft), ...(version !== undefined && { version }) };
    await this.makeMove.execute('send', draft, answer, { summary: pack.summary });
    return this.show.view(id);
  }

  /** A held referral leaves once what it waited for is there: the agreement of the person may be recorded with it. */
  async release(id: Id, { agreement, version }: ReleaseRequest): Promise<ReferralView> {
    const held = await this.makeMove.lock(id);
    if (agreement && held.senderOperatorId === this.work.actor.operatorId) await this.record(held, agreement);
    await this.makeMove.execute('release', held, { facts: await this.facts(held), ...(version !== undefined && { version }) });
    return this.show.view(id);
  }

  private async record({ beneficiaryId }: ReferralEntity, { status, how }: AgreementAnswer): Promise<void> {
    const { postId, operatorId } = this.work.actor;
    const now: Instant = this.clock.now();
    await this.work.rows(SHARING, [newId(), beneficiaryId, status, how, now, postId, operatorId]);
    await this.work.rows(POSITION, [beneficiaryId, status, now]);
  }

  private async facts({ id, beneficiaryId, receiverUnitId, theme, urgent }: ReferralEntity): Promise<SendFacts> {
    const found = await this.work.found<Found>(FACTS, [beneficiaryId, receiverUnitId, theme, id]);
    const { position, asked, receiverLive, twinOpen } = found;
    const past = await this.work.rows<PastRefusal>(REFUSALS, [beneficiaryId, receiverUnitId, theme, id]);
    const until = refusedUntil(past, urgent, await this.agreement.inForce());
    return { sharing: position === 'opposed' ? 'opposed' : asked ? position : null, receiverLive, twinOpen, refusedUntil: until };
  }
}

import { Injectable } from '@nestjs/common';
import { type Id, whyNotPropose } from '@relais/domain';
import { Clock, newId, refuse, RefusalProblem, UnitOfWork } from '@relais/server/kernel';
import { HandOver } from './hand-over';
import type { HandoverView, ProposeHandoverRequest, TakerLine, TakerList } from './handovers.messages';
import { LeadOfFile } from './lead-of-file';
import { ShowHandovers } from './show-handovers';
import { StandingOfPost } from './standing-of-post';
import { TAKER } from './taker-post';

const FILE = 'select id from app.beneficiary where region = $1 and id = $2 for no key update';

const FACTS = `
  select exists (select 1 from app.handover h where h.region = $1 and h.beneficiary_id = $2 and h.status in ('proposed', 'agreed', 'overlap'))
      as "underWay",
    exists (select 1 from app.support s where s.region = $1 and s.beneficiary_id = $2 and s.unit_id = $3 and s.closed_on is null)
      as "takerAccompanies"`;

const TAKERS = `
  select u.id as "unitId", u.name as "unitName", o.short_name as "operatorName", o.id = $3 as own
  from app.support s
  join app.unit u on u.region = $1 and u.id = s.unit_id and u.active
  join app.operator o on o.region = $1 and o.id = u.operator_id and not (o.sensitive and o.id <> $3)
  where s.region = $1 and s.beneficiary_id = $2 and s.closed_on is null
  order by own desc, o.short_name, u.name, u.id limit 50`;

/** Proposes another referent for a file: the decision of those who accompany the person, who then agree on it. */
@Injectable()
export class ProposeHandover {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly handOver: HandOver,
    private readonly leadOf: LeadOfFile,
    private readonly standings: StandingOfPost,
    private readonly show: ShowHandovers,
  ) {}

  async execute({ beneficiaryId, toUnitId, reason, ...when }: ProposeHandoverRequest): Promise<HandoverView> {
    const { toPostId, effectiveOn } = { toPostId: when.toPostId ?? null, effectiveOn: when.effectiveOn ?? null };
    await this.work.found(FILE, [beneficiaryId]);
    const lead = await this.leadOf.today(beneficiaryId);
    const facts = await this.work.found<{ underWay: boolean; takerAccompanies: boolean }>(FACTS, [beneficiaryId, toUnitId]);
    const between = { fromPostId: lead?.postId ?? null, fromUnitId: lead?.unitId ?? toUnitId, toPostId, toUnitId };
    const byLead = this.work.actor.role === 'unit_lead';
    const all = { lead: lead ?? null, giverGone: lead?.gone ?? false, byLead, ...facts };
    const refusal = whyNotPropose(all, await this.standings.towards(between), { toUnitId, toPostId, effectiveOn }, this.clock.now());
    if (refusal) throw new RefusalProblem(refusal);
    if (toPostId && !(await this.work.row(TAKER, [toPostId, toUnitId]))) refuse('request.invalid', { pointer: '/toPostId' });
    const { region, postId } = this.work.actor;
    const about = { region, id: newId(), beneficiaryId, referralId: null, kind: 'decision' } as const;
    const { id } = await this.handOver.propose({ ...about, ...between, effectiveOn, reason, proposedByPostId: postId });
    return this.show.one(id);
  }

  /** The units that accompany the person, one's own first. */
  async takers(beneficiaryId: Id): Promise<TakerList> {
    return { items: await this.work.rows<TakerLine>(TAKERS, [beneficiaryId, this.work.actor.operatorId]) };
  }
}

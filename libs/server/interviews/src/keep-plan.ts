import { Injectable } from '@nestjs/common';
import { type Id, reviewAfter } from '@relais/domain';
import { Clock, Journal, refuse, UnitOfWork } from '@relais/server/kernel';
import { isUUID } from 'class-validator';
import type { PlanView } from './plan.messages';
import { ShowPlan } from './show-plan';

const PERSON = `select id from app.beneficiary where region = $1 and id = $2`;
const PLACE = (
  table: 'goal' | 'action',
): string => `update app.${table} x set place = o.place from unnest($3::uuid[]) with ordinality o(id, place)
  where x.region = $1 and x.beneficiary_id = $2 and x.id = o.id`;
const REVIEWED = `update app.goal set review_on = $3, updated_at = $4, version = version + 1
  where region = $1 and beneficiary_id = $2 and status = 'open'`;

/** What is done to a plan as a whole: its order, and its review with the person. */
@Injectable()
export class KeepPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly show: ShowPlan,
  ) {}

  /** Puts goals and steps in the order that was agreed; what is not named keeps its place. */
  async order(beneficiaryId: Id, order: readonly Id[]): Promise<PlanView> {
    await this.work.found(PERSON, [beneficiaryId]);
    const wrong = order.findIndex((id) => !isUUID(id));
    if (wrong >= 0) refuse('request.invalid', { pointer: `/order/${wrong}` });
    for (const table of ['goal', 'action'] as const) await this.work.rows(PLACE(table), [beneficiaryId, order]);
    return this.show.view(beneficiaryId);
  }

  /** The open goals were looked at together: the next review is in six months. */
  async review(beneficiaryId: Id): Promise<PlanView> {
    await this.work.found(PERSON, [beneficiaryId]);
    await this.work.rows(REVIEWED, [beneficiaryId, reviewAfter(this.clock.today(this.work.region)), this.clock.now()]);
    await this.journal.record('plan.reviewed', { objectType: 'beneficiary', objectId: beneficiaryId, beneficiaryId });
    return this.show.view(beneficiaryId);
  }
}

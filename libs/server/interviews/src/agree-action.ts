import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, Journal, newId, refuse, UnitOfWork } from '@relais/server/kernel';
import { ACTION_COLUMNS, ACTION_SOURCE } from './action-columns';
import { ActionEntity } from './action.entity';
import type { ActionView, NewActionRequest } from './plan.messages';

const PERSON = `select id from app.beneficiary where region = $1 and id = $2`;
const GOAL = `select id from app.goal where region = $1 and id = $2 and beneficiary_id = $3`;
const ONE = `select ${ACTION_COLUMNS} from ${ACTION_SOURCE} where t.region = $1 and t.id = $2`;

/** A step agreed on the plan, towards a goal or on its own. */
@Injectable()
export class AgreeAction {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute({ beneficiaryId, goalId, words, owner, dueOn }: NewActionRequest): Promise<ActionView> {
    await this.work.found(PERSON, [beneficiaryId]);
    if (goalId && !(await this.work.row(GOAL, [goalId, beneficiaryId]))) refuse('request.invalid', { pointer: '/goalId' });
    const { operatorId, postId, unitId } = this.work.actor;
    const [id, now]: [Id, ReturnType<Clock['now']>] = [newId(), this.clock.now()];
    await this.work.insert(ActionEntity, {
      id,
      beneficiaryId,
      goalId: goalId ?? null,
      operatorId,
      words,
      owner,
      ownerPostId: owner === 'staff' ? postId : null,
      ownerUnitId: owner === 'unit' ? unitId : null,
      dueOn: dueOn ?? null,
      status: 'open',
      outcome: null,
      postponedFrom: null,
      postponedBecause: null,
      place: Math.trunc(Date.parse(now) / 1000),
      doneAt: null,
      createdAt: now,
      updatedAt: now,
      version: 1,
    });
    await this.journal.record('action.agreed', { objectType: 'action', objectId: id, beneficiaryId });
    return this.work.found<ActionView>(ONE, [id]);
  }
}

import { Injectable } from '@nestjs/common';
import { type GoalStatus, type Id, reviewAfter } from '@relais/domain';
import { Clock, Journal, newId, refuse, UnitOfWork } from '@relais/server/kernel';
import { GOAL_COLUMNS } from './action-columns';
import { GoalEntity } from './goal.entity';
import type { ChangeGoalRequest, GoalView, NewGoalRequest } from './plan.messages';

const PERSON = `select id from app.beneficiary where region = $1 and id = $2`;
const ONE = `select ${GOAL_COLUMNS}, g.beneficiary_id as "beneficiaryId" from app.goal g where g.region = $1 and g.id = $2`;

type Found = GoalView & { beneficiaryId: Id };

/** A goal of the person: set in their words, tagged or worded anew, and settled. It is looked at again after six months. */
@Injectable()
export class SetGoal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async set({ beneficiaryId, words, theme }: NewGoalRequest): Promise<GoalView> {
    await this.work.found(PERSON, [beneficiaryId]);
    const [id, now] = [newId(), this.clock.now()];
    await this.work.insert(GoalEntity, {
      id,
      beneficiaryId,
      operatorId: this.work.actor.operatorId,
      words,
      theme: theme ?? null,
      status: 'open',
      outcome: null,
      place: Math.trunc(Date.parse(now) / 1000),
      reviewOn: reviewAfter(this.clock.today(this.work.region)),
      settledAt: null,
      createdAt: now,
      updatedAt: now,
      version: 1,
    });
    return this.told('goal.set', id);
  }

  async change(id: Id, version: number, { words, theme, reviewOn }: ChangeGoalRequest): Promise<GoalView> {
    const goal = await this.work.found<Found>(ONE, [id]);
    if (goal.status !== 'open') refuse('goal.settled');
    const patch = { words: words ?? goal.words, theme: theme === undefined ? goal.theme : theme, reviewOn: reviewOn ?? goal.reviewOn };
    await this.work.update(GoalEntity, id, { ...patch, updatedAt: this.clock.now() }, version);
    return this.told('goal.changed', id);
  }

  /** Met, dropped, or open again. */
  async settle(id: Id, version: number, status: GoalStatus, outcome?: string): Promise<GoalView> {
    const goal = await this.work.found<Found>(ONE, [id]);
    if ((goal.status === 'open') === (status === 'open')) refuse('goal.settled');
    const now = this.clock.now();
    const settled = status === 'open' ? { settledAt: null, outcome: null } : { settledAt: now, outcome: outcome ?? null };
    await this.work.update(GoalEntity, id, { status, ...settled, updatedAt: now }, version);
    return this.told(status === 'open' ? 'goal.reopened' : `goal.${status}`, id);
  }

  private async told(event: string, id: Id): Promise<GoalView> {
    const goal = await this.work.found<Found>(ONE, [id]);
    await this.journal.record(event, { objectType: 'goal', objectId: id, beneficiaryId: goal.beneficiaryId });
    return goal;
  }
}

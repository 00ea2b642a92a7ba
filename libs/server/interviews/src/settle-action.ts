import { Injectable } from '@nestjs/common';
import { type Id, whyNotPostpone } from '@relais/domain';
import { Clock, Journal, refuse, UnitOfWork } from '@relais/server/kernel';
import { ACTION_COLUMNS, ACTION_SOURCE } from './action-columns';
import { ActionEntity } from './action.entity';
import type { ActionView, AssignRequest, ChangeActionRequest, PostponeRequest } from './plan.messages';
import { refuseWhen } from './refuse-when';

const ONE = `select ${ACTION_COLUMNS}, t.beneficiary_id as "beneficiaryId" from ${ACTION_SOURCE} where t.region = $1 and t.id = $2`;
const GOAL = `select id from app.goal where region = $1 and id = $2 and beneficiary_id = $3`;
const COLLEAGUE = `select id from app.post where region = $1 and id = $2 and operator_id = $3 and active and role in ('counsellor', 'unit_lead')`;

type Found = ActionView & { beneficiaryId: Id };

/** What becomes of an action: done, dropped, open again, postponed with its reason, given to somebody else. Whoever accompanies the person may. */
@Injectable()
export class SettleAction {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async done(id: Id, version: number, outcome: string | undefined): Promise<ActionView> {
    const patch = { status: 'done', doneAt: this.clock.now(), outcome: outcome ?? null } as const;
    return this.write('action.done', id, version, patch);
  }

  async drop(id: Id, version: number, outcome: string | undefined): Promise<ActionView> {
    if ((await this.one(id)).status !== 'open') refuse('action.settled');
    return this.write('action.dropped', id, version, { status: 'dropped', outcome: outcome ?? null });
  }

  async reopen(id: Id, version: number): Promise<ActionView> {
    return this.write('action.reopened', id, version, { status: 'open', doneAt: null, outcome: null });
  }

  async postpone(id: Id, version: number, { dueOn, reason }: PostponeRequest): Promise<ActionView> {
    const action = await this.one(id);
    refuseWhen(whyNotPostpone(action, dueOn, this.clock.today(this.work.region)));
    const patch = { dueOn, postponedFrom: action.postponedFrom ?? action.dueOn, postponedBecause: reason };
    return this.write('action.postponed', id, version, patch);
  }

  async assign(id: Id, version: number, { owner, postId }: AssignRequest): Promise<ActionView> {
    const { postId: me, unitId, operatorId } = this.work.actor;
    if ((await this.one(id)).status !== 'open') refuse('action.settled');
    const staff = owner === 'staff' ? (postId ?? me) : null;
    if (staff && staff !== me && !(await this.work.row(COLLEAGUE, [staff, operatorId]))) refuse('request.invalid', { pointer: '/postId' });
    return this.write('action.assigned', id, version, { owner, ownerPostId: staff, ownerUnitId: owner === 'unit' ? unitId : null });
  }

  async change(id: Id, version: number, { words, goalId, dueOn }: ChangeActionRequest): Promise<ActionView> {
    const action = await this.one(id);
    if (action.status !== 'open') refuse('action.settled');
    if (goalId && !(await this.work.row(GOAL, [goalId, action.beneficiaryId]))) refuse('request.invalid', { pointer: '/goalId' });
    return this.write('action.changed', id, version, {
      words: words ?? action.words,
      goalId: goalId === undefined ? action.goalId : goalId,
      dueOn: dueOn === undefined ? action.dueOn : dueOn,
    });
  }

  private one(id: Id): Promise<Found> {
    return this.work.found<Found>(ONE, [id]);
  }

  private async write(event: string, id: Id, version: number, patch: Partial<ActionEntity>): Promise<ActionView> {
    await this.work.update(ActionEntity, id, { ...patch, updatedAt: this.clock.now() }, version);
    const action = await this.one(id);
    await this.journal.record(event, { objectType: 'action', objectId: id, beneficiaryId: action.beneficiaryId });
    return action;
  }
}

import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';
import { ACTION_COLUMNS } from './action-columns';
import { ActionEntity } from './action.entity';
import type { ActionView } from './interview-views.messages';

const SHOW = `select ${ACTION_COLUMNS}, t.beneficiary_id as "beneficiaryId" from app.action t where t.region = $1 and t.id = $2`;

/** Ticks an action, or takes the tick back. Whoever accompanies the person may: what is done is done. */
@Injectable()
export class SettleAction {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async done(id: Id, version: number, outcome: string | undefined): Promise<ActionView> {
    const now = this.clock.now();
    return this.change('action.done', id, version, { status: 'done', doneAt: now, outcome: outcome ?? null, updatedAt: now });
  }

  async reopen(id: Id, version: number): Promise<ActionView> {
    return this.change('action.reopened', id, version, { status: 'open', doneAt: null, outcome: null, updatedAt: this.clock.now() });
  }

  private async change(event: string, id: Id, version: number, patch: Partial<ActionEntity>): Promise<ActionView> {
    await this.work.update(ActionEntity, id, patch, version);
    const action = await this.work.found<ActionView & { beneficiaryId: Id }>(SHOW, [id]);
    await this.journal.record(event, { objectType: 'action', objectId: id, beneficiaryId: action.beneficiaryId });
    return action;
  }
}

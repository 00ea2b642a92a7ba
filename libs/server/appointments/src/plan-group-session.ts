import { Injectable } from '@nestjs/common';
import { type Id, plusMinutes, whyNotCancelled } from '@relais/domain';
import { Clock, Journal, newId, orRefuse, refuse, UnitOfWork } from '@relais/server/kernel';
import { FindClashes } from './find-clashes';
import { GroupSessionEntity } from './group-session.entity';
import type { GroupSessionView, PlanGroupSessionRequest } from './group-sessions.messages';
import { ShowGroupSession } from './show-group-session';

/** Plans a collective session, or cancels it; the places of those who were expected are cancelled by the worker, who sees them all. */
@Injectable()
export class PlanGroupSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly clashes: FindClashes,
    private readonly show: ShowGroupSession,
  ) {}

  async execute({ title, startsAt, minutes, capacity, place, beside = false }: PlanGroupSessionRequest): Promise<GroupSessionView> {
    if (plusMinutes(startsAt, minutes) <= this.clock.now()) refuse('appointment.past', { pointer: '/startsAt' });
    const { postId, unitId, operatorId } = this.work.actor;
    await this.clashes.claim({ postIds: [postId], startsAt, minutes }, beside);
    const id = newId();
    const words = { title: title.trim(), place: place?.trim() ?? '' };
    const at = { startsAt, minutes, capacity, taken: 0, status: 'planned', version: 1 } as const;
    await this.work.insert(GroupSessionEntity, { id, operatorId, unitId, postId, ...words, ...at });
    await this.journal.record('group_session.planned', { objectType: 'group_session', objectId: id }, { unitId });
    return this.show.execute(id);
  }

  async cancel(id: Id): Promise<GroupSessionView> {
    const session = await this.work.lock(GroupSessionEntity, id);
    orRefuse(whyNotCancelled(session, this.clock.now()) ?? {});
    await this.work.update(GroupSessionEntity, id, { status: 'cancelled' });
    await this.journal.record('group_session.cancelled', { objectType: 'group_session', objectId: id }, { unitId: session.unitId });
    return this.show.execute(id);
  }
}

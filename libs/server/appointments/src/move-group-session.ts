import { Injectable } from '@nestjs/common';
import { type Id, whyNotSessionMoved } from '@relais/domain';
import { Clock, Journal, orRefuse, UnitOfWork } from '@relais/server/kernel';
import { FindClashes } from './find-clashes';
import { GroupSessionEntity } from './group-session.entity';
import type { GroupSessionView, MoveGroupSessionRequest } from './group-sessions.messages';
import { ShowGroupSession } from './show-group-session';

/** Gives a collective session another moment, length, room or number of places; who is expected stays so, and the worker tells them. */
@Injectable()
export class MoveGroupSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly clashes: FindClashes,
    private readonly show: ShowGroupSession,
  ) {}

  async execute(id: Id, { beside = false, ...request }: MoveGroupSessionRequest): Promise<GroupSessionView> {
    const session = await this.work.lock(GroupSessionEntity, id);
    const { postId, unitId } = session;
    const { startsAt, minutes = session.minutes, capacity = session.capacity, place = session.place } = request;
    orRefuse(whyNotSessionMoved(session, { startsAt, capacity }, this.clock.now()) ?? {});
    await this.clashes.claim({ postIds: [postId], startsAt, minutes, exceptId: id }, beside);
    await this.work.update(GroupSessionEntity, id, { startsAt, minutes, capacity, place: place.trim() });
    await this.journal.record('group_session.moved', { objectType: 'group_session', objectId: id }, { unitId });
    return this.show.execute(id);
  }
}

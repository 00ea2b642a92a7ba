import { Injectable } from '@nestjs/common';
import { type Id, whyNotSeat } from '@relais/domain';
import { Clock, Journal, newId, orRefuse, refuse, UnitOfWork } from '@relais/server/kernel';
import { AppointmentEntity } from './appointment.entity';
import { GroupSessionEntity } from './group-session.entity';
import type { GroupSessionView } from './group-sessions.messages';
import { ShowGroupSession } from './show-group-session';

const PERSON = `select id from app.beneficiary where region = $1 and id = $2`;
const SEATED = `select id from app.appointment where region = $1 and group_session_id = $2 and beneficiary_id = $3
  and status not in ('excused', 'cancelled')`;

/**
 * Gives a person a place in a collective session: anybody whose file one may read, whatever operator accompanies them. The session is
 * locked while places are counted, and the database refuses one too many whoever asks.
 */
@Injectable()
export class SeatPerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly show: ShowGroupSession,
  ) {}

  async execute(sessionId: Id, beneficiaryId: Id): Promise<GroupSessionView> {
    const session = await this.work.lock(GroupSessionEntity, sessionId);
    await this.work.found(PERSON, [beneficiaryId]);
    const now = this.clock.now();
    orRefuse(whyNotSeat(session, now) ?? {});
    if (await this.work.row(SEATED, [sessionId, beneficiaryId])) refuse('group.seated');
    const { operatorId, unitId, postId, startsAt, minutes, place, title } = session;
    const id = newId();
    await this.work.insert(AppointmentEntity, {
      id,
      beneficiaryId,
      operatorId,
      unitId,
      postId,
      withPostId: null,
      groupSessionId: sessionId,
      alone: false,
      movedAt: null,
      referralId: null,
      startsAt,
      minutes,
      place,
      purpose: title,
      status: 'planned',
      createdAt: now,
      version: 1,
    });
    await this.journal.record(
      'appointment.planned',
      { objectType: 'appointment', objectId: id, beneficiaryId },
      { appointmentId: id, unitId },
    );
    return this.show.execute(sessionId);
  }
}

import { Injectable } from '@nestjs/common';
import type { Id, Instant } from '@relais/domain';
import { Clock, Journal, newId, refuse, UnitOfWork } from '@relais/server/kernel';
import { AppointmentEntity } from './appointment.entity';
import type { AppointmentView } from './appointments.messages';
import { ShowAppointment } from './show-appointment';

/** What is needed to plan a meeting with a person. */
export type Meeting = {
  readonly beneficiaryId: Id;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly place?: string | undefined;
  readonly purpose?: string | undefined;
  readonly referralId?: Id | undefined;
  readonly postId?: Id | undefined;
};

const PERSON = `select id from app.beneficiary where region = $1 and id = $2`;
const HOST = `select id, unit_id as "unitId" from app.post where region = $1 and id = $2 and operator_id = $3 and active`;
const REFERRAL = `select id from app.referral where region = $1 and id = $2 and beneficiary_id = $3`;

/** Plans a meeting with a person whose file one sees, for oneself or for a colleague of one's own operator. */
@Injectable()
export class PlanAppointment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly show: ShowAppointment,
  ) {}

  async execute(meeting: Meeting): Promise<AppointmentView> {
    return this.show.execute(await this.plan(meeting));
  }

  /** Plans inside the caller's own unit of work; hands back the new identifier. */
  async plan(meeting: Meeting): Promise<Id> {
    const { operatorId, postId, unitId } = this.work.actor;
    await this.work.found(PERSON, [meeting.beneficiaryId]);
    const host = meeting.postId && meeting.postId !== postId ? await this.colleague(meeting.postId) : { id: postId, unitId };
    if (meeting.referralId && !(await this.work.row(REFERRAL, [meeting.referralId, meeting.beneficiaryId])))
      refuse('request.invalid', { pointer: '/referralId' });
    const id = newId();
    await this.work.insert(AppointmentEntity, {
      id,
      beneficiaryId: meeting.beneficiaryId,
      operatorId,
      unitId: host.unitId,
      postId: host.id,
      referralId: meeting.referralId ?? null,
      startsAt: meeting.startsAt,
      minutes: meeting.minutes,
      place: meeting.place ?? '',
      purpose: meeting.purpose ?? '',
      status: 'planned',
      createdAt: this.clock.now(),
      version: 1,
    });
    const fact = { objectType: 'appointment', objectId: id, beneficiaryId: meeting.beneficiaryId };
    await this.journal.record('appointment.planned', fact, { appointmentId: id, unitId: host.unitId, referralId: meeting.referralId });
    return id;
  }

  private async colleague(postId: Id): Promise<{ id: Id; unitId: Id }> {
    const host = await this.work.row<{ id: Id; unitId: Id }>(HOST, [postId, this.work.actor.operatorId]);
    return host ?? refuse('request.invalid', { pointer: '/postId' });
  }
}

import { Injectable } from '@nestjs/common';
import type { Id, Instant } from '@relais/domain';
import { Clock, Journal, newId, refuse, UnitOfWork } from '@relais/server/kernel';
import { AppointmentEntity } from './appointment.entity';
import type { AppointmentView, PlanAppointmentRequest } from './appointments.messages';
import { FindClashes } from './find-clashes';
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
  readonly withPostId?: Id | undefined;
};

const PERSON = `select id from app.beneficiary where region = $1 and id = $2`;
const HOST = `select id, unit_id as "unitId" from app.post where region = $1 and id = $2 and operator_id = $3 and active`;
const REFERRAL = `select id from app.referral where region = $1 and id = $2 and beneficiary_id = $3`;

const SECOND = `select p.id from app.post p join app.operator o on o.region = $1 and o.id = p.operator_id
  where p.region = $1 and p.id = $2 and p.active and p.role in ('counsellor', 'unit_lead') and (not o.sensitive or o.id = $3)`;

/** Plans a meeting with a person whose file one sees, for oneself or for a colleague of one's own operator. */
@Injectable()
export class PlanAppointment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly clashes: FindClashes,
    private readonly show: ShowAppointment,
  ) {}

  /** Plans it; what stands at that time already is a refusal unless one plans `beside` it. */
  async execute({ beside = false, ...meeting }: PlanAppointmentRequest): Promise<AppointmentView> {
    return this.show.execute(await this.plan(meeting, beside));
  }

  /** Plans inside the caller's own unit of work, whatever stands there already; hands back the new identifier. */
  async plan(meeting: Meeting, beside = true): Promise<Id> {
    const { operatorId, postId, unitId } = this.work.actor;
    await this.work.found(PERSON, [meeting.beneficiaryId]);
    const host = meeting.postId && meeting.postId !== postId ? await this.colleague(meeting.postId) : { id: postId, unitId };
    if (meeting.referralId && !(await this.work.row(REFERRAL, [meeting.referralId, meeting.beneficiaryId])))
      refuse('request.invalid', { pointer: '/referralId' });
    if (meeting.withPostId && (meeting.withPostId === host.id || !(await this.work.row(SECOND, [meeting.withPostId, operatorId]))))
      refuse('request.invalid', { pointer: '/withPostId' });
    const alone = await this.clashes.claim({ ...meeting, postIds: [host.id, meeting.withPostId] }, beside);
    const id = newId();
    await this.work.insert(AppointmentEntity, {
      id,
      beneficiaryId: meeting.beneficiaryId,
      operatorId,
      unitId: host.unitId,
      postId: host.id,
      withPostId: meeting.withPostId ?? null,
      groupSessionId: null,
      alone,
      movedAt: null,
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

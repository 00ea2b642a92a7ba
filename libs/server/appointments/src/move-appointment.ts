import { Injectable } from '@nestjs/common';
import { type Id, type Meeting, whyNotChanged, whyNotMoved } from '@relais/domain';
import { Clock, Journal, orRefuse, UnitOfWork } from '@relais/server/kernel';
import { AppointmentEntity } from './appointment.entity';
import type { AppointmentView, MoveAppointmentRequest } from './appointments.messages';
import { MEETING_SEEN } from './appointment-columns';
import { FindClashes } from './find-clashes';
import { ShowAppointment } from './show-appointment';

/** Gives a planned meeting another moment; whoever meets there is told, and the person when it is safe to write. */
@Injectable()
export class MoveAppointment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly clashes: FindClashes,
    private readonly show: ShowAppointment,
  ) {}

  async execute(id: Id, { startsAt, minutes, place, beside = false }: MoveAppointmentRequest): Promise<AppointmentView> {
    const now = this.clock.now();
    const seen = await this.work.found<Meeting>(MEETING_SEEN, [id]);
    orRefuse(whyNotChanged('move', seen, this.work.actor.operatorId, now) ?? {});
    const appointment = await this.work.lock(AppointmentEntity, id);
    orRefuse(whyNotMoved(appointment, startsAt, now) ?? {});
    const { beneficiaryId, unitId, postId, withPostId, referralId } = appointment;
    const long = minutes ?? appointment.minutes;
    const alone = await this.clashes.claim({ postIds: [postId, withPostId], startsAt, minutes: long, exceptId: id }, beside);
    await this.work.update(AppointmentEntity, id, { startsAt, minutes: long, place: place ?? appointment.place, alone, movedAt: now });
    const fact = { objectType: 'appointment', objectId: id, beneficiaryId };
    const told = { tellPostId: postId, tellWithPostId: withPostId ?? undefined };
    await this.journal.record('appointment.moved', fact, { appointmentId: id, unitId, referralId: referralId ?? undefined, ...told });
    return this.show.execute(id);
  }
}

import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { UnitOfWork } from '@relais/server/kernel';
import { APPOINTMENT_COLUMNS, APPOINTMENT_SOURCE } from './appointment-columns';
import type { AppointmentView } from './appointments.messages';

const SHOW = `select ${APPOINTMENT_COLUMNS} from ${APPOINTMENT_SOURCE} where a.region = $1 and a.id = $2`;

/** One appointment as its screens read it, after a change. */
@Injectable()
export class ShowAppointment {
  constructor(private readonly work: UnitOfWork) {}

  execute(id: Id): Promise<AppointmentView> {
    return this.work.found<AppointmentView>(SHOW, [id]);
  }
}

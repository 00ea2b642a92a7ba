import { Injectable } from '@nestjs/common';
import { plusMinutes } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';
import { APPOINTMENT_COLUMNS, APPOINTMENT_SOURCE } from './appointment-columns';
import type { AppointmentList, AppointmentView } from './appointments.messages';

/** Days after which nobody remembers whether a person came. */
const DAYS = 60;

const TO_FILL = `select ${APPOINTMENT_COLUMNS} from ${APPOINTMENT_SOURCE}
  where a.region = $1 and a.post_id = $2 and a.status = 'planned' and a.group_session_id is null
    and a.starts_at > $4 and a.starts_at + make_interval(mins => a.minutes) <= $3
  order by a.starts_at desc, a.id limit 200`;

/** My meetings that are over and of which nobody said what became of them. */
@Injectable()
export class ListToFill {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  async execute(): Promise<AppointmentList> {
    const { postId } = this.work.actor;
    const now = this.clock.now();
    const [items] = await Promise.all([
      this.work.rows<AppointmentView>(TO_FILL, [postId, now, plusMinutes(now, -DAYS * 1440)]),
      this.journal.audit('appointment.list_read', { objectType: 'post', objectId: postId }),
    ]);
    return { items };
  }
}

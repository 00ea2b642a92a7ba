import { Injectable } from '@nestjs/common';
import { plusDays, regionOf } from '@relais/domain';
import { Journal, PAGE, pageOf, readPlace, refuse, UnitOfWork } from '@relais/server/kernel';
import { APPOINTMENT_COLUMNS, APPOINTMENT_SOURCE } from './appointment-columns';
import type { AgendaPage, AgendaQuery, AppointmentView } from './appointments.messages';

/** Days that one reading of the agenda may span: two months on one screen. */
const LONGEST = 62;

const AGENDA = `select ${APPOINTMENT_COLUMNS} from ${APPOINTMENT_SOURCE}
  where a.region = $1 and (a.post_id = $2 or a.with_post_id = $2) and a.group_session_id is null
    and a.starts_at >= ($3::date)::timestamp at time zone $5 and a.starts_at < ($4::date + 1)::timestamp at time zone $5
    and ($6::timestamptz is null or (a.starts_at, a.id) > ($6::timestamptz, $7::uuid))
  order by a.starts_at, a.id limit $8`;

/** My appointments, held alone or with somebody, between two days of the region's own calendar, both included. */
@Injectable()
export class ListAgenda {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  async execute({ from, to, after, limit = PAGE }: AgendaQuery): Promise<AgendaPage> {
    if (to < from || to > plusDays(from, LONGEST)) refuse('request.invalid', { pointer: '/to' });
    const { postId, region } = this.work.actor;
    const [startsAt, id] = readPlace(after) ?? [null, null];
    const [rows] = await Promise.all([
      this.work.rows<AppointmentView>(AGENDA, [postId, from, to, regionOf(region).timeZone, startsAt, id, limit + 1]),
      this.journal.audit('appointment.list_read', { objectType: 'post', objectId: postId }),
    ]);
    return pageOf(rows, limit, (row) => [row.startsAt, row.id]);
  }
}

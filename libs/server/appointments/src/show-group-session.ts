import { Injectable } from '@nestjs/common';
import { type Id, plusDays, regionOf } from '@relais/domain';
import { Journal, refuse, UnitOfWork } from '@relais/server/kernel';
import type { GroupSessionLine, GroupSessionList, GroupSessionsQuery, GroupSessionView, Participant } from './group-sessions.messages';

/** Days that one reading may span. */
const LONGEST = 62;

const COLUMNS = `g.id, g.post_id as "postId", g.post_id = $2 as mine, s.given_name || ' ' || s.family_name as "hostName", u.name as "unitName",
  g.title, g.place, g.starts_at as "startsAt", g.minutes, g.capacity, g.taken, g.status, g.version`;
const SOURCE = `app.group_session g
  join app.unit u on u.region = $1 and u.id = g.unit_id
  join app.post p on p.region = $1 and p.id = g.post_id
  join app.staff s on s.region = $1 and s.id = p.staff_id`;

const LIST = `select ${COLUMNS} from ${SOURCE}
  where g.region = $1 and g.operator_id = $6 and g.starts_at >= ($3::date)::timestamp at time zone $5
    and g.starts_at < ($4::date + 1)::timestamp at time zone $5
  order by g.starts_at, g.id limit 500`;

const ONE = `select ${COLUMNS} from ${SOURCE} where g.region = $1 and g.id = $3`;

const EXPECTED = `
  select a.id as "appointmentId", b.id as "beneficiaryId", coalesce(b.name_of_use, b.given_name) || ' ' || b.family_name as name, a.status,
    b.unsafe_to_contact as "unsafeToContact", b.contact_rule as "contactRule"
  from app.appointment a join app.beneficiary b on b.region = $1 and b.id = a.beneficiary_id
  where a.region = $1 and a.group_session_id = $2
  order by a.status in ('excused', 'cancelled'), b.family_name, b.given_name, a.id limit 400`;

/** The collective sessions of one's operator, and who is expected at one: those whose file the reader may open, by name. */
@Injectable()
export class ShowGroupSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  async list({ from, to }: GroupSessionsQuery): Promise<GroupSessionList> {
    if (to < from || to > plusDays(from, LONGEST)) refuse('request.invalid', { pointer: '/to' });
    const { postId, operatorId, region } = this.work.actor;
    const about = [postId, from, to, regionOf(region).timeZone, operatorId];
    return { items: await this.work.rows<GroupSessionLine>(LIST, about) };
  }

  async execute(id: Id): Promise<GroupSessionView> {
    const [session, participants] = await Promise.all([
      this.work.found<GroupSessionLine>(ONE, [this.work.actor.postId, id]),
      this.work.rows<Participant>(EXPECTED, [id]),
      this.journal.audit('group_session.read', { objectType: 'group_session', objectId: id }),
    ]);
    const seen = participants.filter(({ status }) => status !== 'excused' && status !== 'cancelled').length;
    return { ...session, participants, hidden: Math.max(0, session.taken - seen) };
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor, Id } from '@relais/domain';
import { Journal, UnitOfWork } from '@relais/server/kernel';
import { ACTION_COLUMNS, ACTION_SOURCE, GOAL_COLUMNS } from './action-columns';
import type { InterviewView, NoteView } from './interview-views.messages';
import type { ActionView, GoalView } from './plan.messages';

const STAFF_NAME = `s.given_name || ' ' || s.family_name`;

/** Why a row of the shared file is open to the reader, from its own author outwards; `$3` post, `$4` unit, `$5` operator. */
const why = (row: string, otherwise: string): string => `case when ${row}.author_post_id = $3 then 'why.own_work'
  when ${row}.unit_id = $4 then 'why.same_team' when ${row}.operator_id = $5 then 'why.same_operator' else ${otherwise} end`;

/** What opens the file of another operator's interview to the reader: the strongest basis there is. */
const BASIS = `coalesce((select case a.basis when 'support' then 'why.support_open' when 'referral' then 'why.referral_accepted'
    when 'glass' then 'why.glass' else 'why.hierarchy' end
  from app.file_access a
  where a.region = $1 and a.beneficiary_id = i.beneficiary_id and a.grantee_id in ($3, $4)
    and (a.expires_at is null or a.expires_at > now())
  order by array_position(array['support', 'referral', 'glass', 'hierarchy'], a.basis) limit 1), 'why.support_open')`;

const SHARED = `case n.audience when 'person' then 'why.shared_with_person' else 'why.shared_with_network' end`;

const INTERVIEW = `
  select i.id, i.beneficiary_id as "beneficiaryId", coalesce(b.name_of_use, b.given_name) || ' ' || b.family_name as name,
    i.appointment_id as "appointmentId", i.mode, i.happened_at as "happenedAt", i.minutes, i.themes, i.status,
    i.next_meeting_at as "nextMeetingAt", i.two_way as "twoWay", i.sealed_at as "sealedAt",
    json_build_object('postId', i.author_post_id, 'name', ${STAFF_NAME}, 'unitName', u.name, 'operatorName', o.short_name) as author,
    i.author_post_id = $3 as mine, ${why('i', BASIS)} as why, i.created_at as "createdAt", i.updated_at as "updatedAt", i.version
  from app.interview i
  join app.beneficiary b on b.region = $1 and b.id = i.beneficiary_id
  join app.post p on p.region = $1 and p.id = i.author_post_id
  join app.staff s on s.region = $1 and s.id = p.staff_id
  join app.unit u on u.region = $1 and u.id = i.unit_id
  join app.operator o on o.region = $1 and o.id = i.operator_id
  where i.region = $1 and i.id = $2`;

const NOTES = `
  select n.id, n.audience, n.body, n.addendum, n.created_at as "createdAt", ${STAFF_NAME} as "authorName",
    n.author_post_id = $3 as mine, ${why('n', SHARED)} as why, n.version
  from app.note n
  join app.post p on p.region = $1 and p.id = n.author_post_id
  join app.staff s on s.region = $1 and s.id = p.staff_id
  where n.region = $1 and n.interview_id = $2
  order by n.created_at, n.id`;

const GOALS = `select ${GOAL_COLUMNS} from app.goal g where g.region = $1 and g.interview_id = $2 order by g.id`;

const ACTIONS = `select ${ACTION_COLUMNS} from ${ACTION_SOURCE} where t.region = $1 and t.interview_id = $2 order by t.id`;

type Head = Omit<InterviewView, 'notes' | 'goals' | 'actions'>;

/** One interview with the notes that the reader may read; row-level security leaves the others out. */
@Injectable()
export class ShowInterview {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** For a reader: the read is journalled in its own transaction, in one round trip. */
  async execute(id: Id): Promise<InterviewView> {
    const [view] = await Promise.all([this.view(id), this.journal.auditRead('interview', id)]);
    return view;
  }

  /** For its author right after a change, which is journalled as such. */
  async view(id: Id): Promise<InterviewView> {
    const { postId, unitId, operatorId }: Actor = this.work.actor;
    const reader = [id, postId, unitId, operatorId];
    const [head, notes, goals, actions] = await Promise.all([
      this.work.found<Head>(INTERVIEW, reader),
      this.work.rows<NoteView>(NOTES, reader),
      this.work.rows<GoalView>(GOALS, [id]),
      this.work.rows<ActionView>(ACTIONS, [id]),
    ]);
    return { ...head, notes, goals, actions };
  }
}

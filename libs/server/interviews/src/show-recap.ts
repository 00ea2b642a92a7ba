import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Journal, UnitOfWork } from '@relais/server/kernel';
import { ACTION_COLUMNS, ACTION_SOURCE, GOAL_COLUMNS } from './action-columns';
import type { ActionView, GoalView } from './plan.messages';
import type { EarlierInterview, RecapView } from './recap.messages';

const PERSON = `select id as "beneficiaryId", coalesce(name_of_use, given_name) || ' ' || family_name as name
  from app.beneficiary where region = $1 and id = $2`;

/** Notes that the reader may not read are left out by row-level security; an interview without a readable note is not worth a look back. */
const LAST = `
  select i.id, i.mode, i.happened_at as "happenedAt", s.given_name || ' ' || s.family_name as "authorName", o.short_name as "operatorName",
    i.author_post_id = $3 as mine, said.notes
  from app.interview i
  join lateral (select json_agg(json_build_object('audience', n.audience, 'body', n.body) order by n.created_at, n.id) as notes
    from app.note n where n.region = $1 and n.interview_id = i.id) said on said.notes is not null
  join app.post p on p.region = $1 and p.id = i.author_post_id
  join app.staff s on s.region = $1 and s.id = p.staff_id
  join app.operator o on o.region = $1 and o.id = i.operator_id
  where i.region = $1 and i.beneficiary_id = $2 and i.status = 'sealed'
  order by i.happened_at desc, i.id desc limit 3`;

const GOALS = `select ${GOAL_COLUMNS} from app.goal g where g.region = $1 and g.beneficiary_id = $2 and g.status = 'open'
  order by g.place, g.created_at, g.id`;
const ACTIONS = `select ${ACTION_COLUMNS} from ${ACTION_SOURCE} where t.region = $1 and t.beneficiary_id = $2 and t.status = 'open'
  order by t.due_on nulls last, t.id limit 30`;

/** What one reads again while the person sits down: last notes, goals, what was promised. One round trip, journalled. */
@Injectable()
export class ShowRecap {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  async execute(beneficiaryId: Id): Promise<RecapView> {
    const [person, interviews, goals, actions] = await Promise.all([
      this.work.found<{ beneficiaryId: Id; name: string }>(PERSON, [beneficiaryId]),
      this.work.rows<EarlierInterview>(LAST, [beneficiaryId, this.work.actor.postId]),
      this.work.rows<GoalView>(GOALS, [beneficiaryId]),
      this.work.rows<ActionView>(ACTIONS, [beneficiaryId]),
      this.journal.audit('interview.recap_read', { objectType: 'beneficiary', objectId: beneficiaryId, beneficiaryId }),
    ]);
    return { ...person, interviews, goals, actions };
  }
}

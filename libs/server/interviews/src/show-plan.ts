import { Injectable } from '@nestjs/common';
import type { CivilDate, Id } from '@relais/domain';
import { Journal, UnitOfWork } from '@relais/server/kernel';
import { ACTION_COLUMNS, ACTION_SOURCE, GOAL_COLUMNS } from './action-columns';
import type { ActionView, GoalView, PlanView } from './plan.messages';

const PERSON = `select id as "beneficiaryId", coalesce(name_of_use, given_name) || ' ' || family_name as name
  from app.beneficiary where region = $1 and id = $2`;
const GOALS = `select ${GOAL_COLUMNS} from app.goal g where g.region = $1 and g.beneficiary_id = $2
  order by (g.status <> 'open'), g.place, g.created_at, g.id`;
const ACTIONS = `select ${ACTION_COLUMNS} from ${ACTION_SOURCE} where t.region = $1 and t.beneficiary_id = $2
  order by (t.status <> 'open'), t.place, t.due_on nulls last, t.id limit 200`;

/** The plan of a person as both sides follow it: goals in their words, steps by owner. The reading is journalled with it, in one round trip. */
@Injectable()
export class ShowPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  async execute(beneficiaryId: Id): Promise<PlanView> {
    const [view] = await Promise.all([
      this.view(beneficiaryId),
      this.journal.audit('plan.read', { objectType: 'beneficiary', objectId: beneficiaryId, beneficiaryId }),
    ]);
    return view;
  }

  /** Without a trace of its own, for answers to a change that left one. */
  async view(beneficiaryId: Id): Promise<PlanView> {
    const [person, goals, actions] = await Promise.all([
      this.work.found<{ beneficiaryId: Id; name: string }>(PERSON, [beneficiaryId]),
      this.work.rows<GoalView>(GOALS, [beneficiaryId]),
      this.work.rows<ActionView>(ACTIONS, [beneficiaryId]),
    ]);
    return { ...person, reviewOn: earliest(goals), goals, actions };
  }
}

function earliest(goals: readonly GoalView[]): CivilDate | null {
  const days = goals.flatMap(({ status, reviewOn }) => (status === 'open' && reviewOn ? [reviewOn] : []));
  return days.sort()[0] ?? null;
}

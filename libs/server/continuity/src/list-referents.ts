import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Journal, UnitOfWork } from '@relais/server/kernel';
import type { ReferentList, ReferentPeriod } from './referents.messages';

const PERSON = `select id from app.beneficiary where region = $1 and id = $2`;

/** Periods of the file, the present one first; an operator that is sensitive shows its name to itself alone. */
const PERIODS = `
  select t.since, t.until, t.post_id is null and t.unit_id is null as closed,
    case when shown.operator then s.given_name || ' ' || s.family_name end as name,
    case when shown.operator then u.name end as "unitName", case when shown.operator then o.short_name end as "operatorName"
  from app.lead_tenure t
  left join app.post p on p.region = $1 and p.id = t.post_id
  left join app.staff s on s.region = $1 and s.id = p.staff_id
  left join app.unit u on u.region = $1 and u.id = coalesce(t.unit_id, p.unit_id)
  left join app.operator o on o.region = $1 and o.id = u.operator_id
  cross join lateral (select o.sensitive is not true or o.id = $3 as operator) shown
  where t.region = $1 and t.beneficiary_id = $2 and (t.until is null or t.until > t.since + interval '1 second')
  order by t.since desc, t.until desc nulls first limit 50`;

/** Who answered for the continuity of a file, from its first day on. */
@Injectable()
export class ListReferents {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  async execute(beneficiaryId: Id): Promise<ReferentList> {
    const [, items] = await Promise.all([
      this.work.found(PERSON, [beneficiaryId]),
      this.work.rows<ReferentPeriod>(PERIODS, [beneficiaryId, this.work.actor.operatorId]),
      this.journal.audit('referents.read', { objectType: 'beneficiary', objectId: beneficiaryId, beneficiaryId }),
    ]);
    return { items };
  }
}

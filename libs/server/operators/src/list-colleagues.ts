import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, UnitOfWork } from '@relais/server/kernel';
import type { Colleague, ColleagueList } from './operators.messages';

const COLLEAGUES = `
  select p.id, s.given_name as "givenName", s.family_name as "familyName", p.role,
    (select count(*)::int from app.beneficiary b where b.region = $1 and b.lead_post_id = p.id) as files
  from app.unit_ancestor a
  join app.post p on p.region = $1 and p.unit_id = a.unit_id
  join app.staff s on s.region = $1 and s.id = p.staff_id
  where a.region = $1 and a.ancestor_id = $2 and p.operator_id = $3 and p.active and p.role in ('counsellor', 'unit_lead')
    and p.since <= $4::date and (p.until is null or p.until >= $4::date)
  order by s.family_name, s.given_name, p.id`;

const UNIT = `select f.places, f.told_at as "placesAt" from app.unit u left join app.unit_place f on f.region = $1 and f.unit_id = u.id
  where u.region = $1 and u.id = $2 and u.operator_id = $3`;

/** Who works today in a unit of one's own operator or below it, to name who will be accountable; and the places left. */
@Injectable()
export class ListColleagues {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(unitId: Id): Promise<ColleagueList> {
    const { operatorId, region } = this.work.actor;
    const mine = [unitId, operatorId];
    const today = this.clock.today(region);
    const [told, items] = await Promise.all([
      this.work.found<Pick<ColleagueList, 'places' | 'placesAt'>>(UNIT, mine),
      this.work.rows<Colleague>(COLLEAGUES, [...mine, today]),
    ]);
    return { items, ...told };
  }
}

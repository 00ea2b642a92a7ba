import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork } from '@relais/server/kernel';
import type { DestinationLine, DestinationList, DestinationQuery } from './operators.messages';

/** Kilometres on the sphere (haversine); the usual delay is measured by the worker, since nobody reads the referrals of others. */
const DESTINATIONS = `
  with here as (
    select coalesce(n.latitude, m.latitude) as latitude, coalesce(n.longitude, m.longitude) as longitude
    from app.unit m left join app.commune n on n.region = $1 and n.code = $4
    where m.region = $1 and m.id = $2
  )
  select u.id as "unitId", u.name as "unitName", o.id as "operatorId", o.short_name as "operatorName", o.kind as "operatorKind",
    c.name as "communeName", u.service_summary as summary,
    round((6371 * 2 * asin(sqrt(least(1, sin(radians(u.latitude - h.latitude) / 2) ^ 2
      + cos(radians(h.latitude)) * cos(radians(u.latitude)) * sin(radians(u.longitude - h.longitude) / 2) ^ 2))))::numeric, 1)::float8 as km,
    u.usual_answer_days as "usualDays",
    exists (select 1 from app.unit_ancestor a join app.post p on p.region = $1 and p.unit_id = a.unit_id
      where a.region = $1 and a.ancestor_id = u.id and p.active and p.role in ('counsellor', 'unit_lead')
        and p.since <= $5::date and (p.until is null or p.until >= $5::date)) as staffed
  from app.unit u
  join app.operator o on o.region = $1 and o.id = u.operator_id
  left join here h on true
  left join app.commune c on c.region = $1 and c.code = u.commune_code
  where u.region = $1 and u.active and u.receives_referrals and u.operator_id <> $3 and not o.sensitive
    and (o.status_to is null or o.status_to >= $5::date)
    and not exists (select 1 from app.unit child where child.region = $1 and child.parent_id = u.id and child.active and child.receives_referrals)
  order by km nulls last, o.short_name, u.name, u.id`;

/** Teams of other operators that receive referrals, nearest first, with the delay that one may really expect. */
@Injectable()
export class ListDestinations {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ near }: DestinationQuery): Promise<DestinationList> {
    const { unitId, operatorId, region } = this.work.actor;
    const from = [unitId, operatorId, near ?? null, this.clock.today(region)];
    return { items: await this.work.rows<DestinationLine>(DESTINATIONS, from) };
  }
}

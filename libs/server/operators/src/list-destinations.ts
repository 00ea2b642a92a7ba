import { Injectable } from '@nestjs/common';
import { ageOn, type CivilDate, isOutOfAge, plusMinutes } from '@relais/domain';
import { Clock, UnitOfWork } from '@relais/server/kernel';
import { DELAY_DAYS } from './answer-delay';
import type { DestinationLine, DestinationList, DestinationQuery } from './operators.messages';

type Row = Omit<DestinationLine, 'outOfAge'> & { readonly birthDate: CivilDate | null };

/** Kilometres on the sphere (haversine); the usual delay is measured by the worker, since nobody reads the referrals of others. */
const DESTINATIONS = `
  with here as (
    select coalesce(n.latitude, m.latitude) as latitude, coalesce(n.longitude, m.longitude) as longitude,
      b.birth_date
    from app.unit m
    left join app.beneficiary b on b.region = $1 and b.id = $6
    left join app.commune n on n.region = $1 and n.code = coalesce($4, b.commune_code)
    where m.region = $1 and m.id = $2
  )
  select u.id as "unitId", u.name as "unitName", o.id as "operatorId", o.short_name as "operatorName", o.kind as "operatorKind",
    c.name as "communeName", u.service_summary as summary,
    round((6371 * 2 * asin(sqrt(least(1, sin(radians(u.latitude - h.latitude) / 2) ^ 2
      + cos(radians(h.latitude)) * cos(radians(u.latitude)) * sin(radians(u.longitude - h.longitude) / 2) ^ 2))))::numeric, 1)::float8 as km,
    u.usual_answer_days as "usualDays", u.age_from as "ageFrom", u.age_to as "ageTo",
    h.birth_date as "birthDate",
    exists (select 1 from app.unit_ancestor a join app.post p on p.region = $1 and p.unit_id = a.unit_id
      where a.region = $1 and a.ancestor_id = u.id and p.active and p.role in ('counsellor', 'unit_lead')
        and p.since <= $5::date and (p.until is null or p.until >= $5::date)) as staffed,
    f.places, f.told_at as "placesAt", t.answered, t.accepted, d.closed_at as "declinedAt", d.decline_reason as "declineReason",
    exists (select 1 from app.referral r where r.region = $1 and r.beneficiary_id = $6 and r.receiver_unit_id = u.id
      and r.status not in ('draft', 'closed')) as open
  from app.unit u
  join app.operator o on o.region = $1 and o.id = u.operator_id
  left join here h on true
  left join app.unit_place f on f.region = $1 and f.unit_id = u.id
  left join app.unit_theme_answer t on t.region = $1 and t.unit_id = u.id and t.theme = $7
  left join lateral (select r.closed_at, r.decline_reason from app.referral r
    where r.region = $1 and r.beneficiary_id = $6 and r.receiver_unit_id = u.id and r.closure = 'declined' and r.closed_at > $8
    order by r.closed_at desc limit 1) d on true
  left join app.commune c on c.region = $1 and c.code = u.commune_code
  where u.region = $1 and u.active and u.receives_referrals and u.operator_id <> $3 and not o.sensitive
    and (o.status_to is null or o.status_to >= $5::date)
    and not exists (select 1 from app.unit child where child.region = $1 and child.parent_id = u.id and child.active and child.receives_referrals)
  order by km nulls last, o.short_name, u.name, u.id`;

/** Teams of other operators that receive referrals, nearest first, with what one may really expect of them for this person and theme. */
@Injectable()
export class ListDestinations {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ near, person, theme }: DestinationQuery): Promise<DestinationList> {
    const { unitId, operatorId, region } = this.work.actor;
    const since = plusMinutes(this.clock.now(), -DELAY_DAYS * 24 * 60);
    const today = this.clock.today(region);
    const from = [unitId, operatorId, near ?? null, today, person ?? null, theme ?? null, since];
    const rows = await this.work.rows<Row>(DESTINATIONS, from);
    return { items: rows.map(({ birthDate, ...team }) => ({ ...team, outOfAge: isOutOfAge(team, birthDate && ageOn(birthDate, today)) })) };
  }
}

import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { UnitOfWork } from '@relais/server/kernel';
import type { Partner, PartnerList } from './agenda.messages';

const PERSON = `select unsafe_to_contact as "unsafeToContact", contact_rule as "contactRule" from app.beneficiary
  where region = $1 and id = $2`;

/** Whoever answers for the person somewhere first, then the teams that accompany them; what the reader may see of the file decides. */
const PARTNERS = `
  with side as (
    select b.lead_post_id as post_id, b.lead_unit_id as unit_id, 1 as place from app.beneficiary b where b.region = $1 and b.id = $2
    union all
    select s.referent_post_id, s.unit_id, 2 from app.support s where s.region = $1 and s.beneficiary_id = $2 and s.closed_on is null
    union all
    select r.accountable_post_id, r.receiver_unit_id, 3 from app.referral r
    where r.region = $1 and r.beneficiary_id = $2 and r.status in ('accepted', 'in_progress')
    union all
    select r.sender_post_id, r.sender_unit_id, 4 from app.referral r
    where r.region = $1 and r.beneficiary_id = $2 and r.status in ('received', 'accepted', 'in_progress')
  ), partner as (
    select p.id as post_id, p.unit_id, min(x.place) as place from side x
    join app.post p on p.region = $1 and p.id = x.post_id and p.active group by p.id, p.unit_id
    union all
    select null, x.unit_id, min(x.place) + 10 from side x where x.unit_id is not null group by x.unit_id
  )
  select x.post_id as "postId", u.id as "unitId", s.given_name || ' ' || s.family_name as name, u.name as "unitName",
    o.short_name as "operatorName", o.id = $3 as mine
  from partner x
  join app.unit u on u.region = $1 and u.id = x.unit_id
  join app.operator o on o.region = $1 and o.id = u.operator_id and (not o.sensitive or o.id = $3)
  left join app.post p on p.region = $1 and p.id = x.post_id
  left join app.staff s on s.region = $1 and s.id = p.staff_id
  where x.post_id is distinct from $4
  order by x.place, name, u.name, u.id limit 60`;

/** With whom one may hold a meeting with a person: those who accompany them, of any operator; and how the person may be reached. */
@Injectable()
export class ListPartners {
  constructor(private readonly work: UnitOfWork) {}

  async execute(beneficiaryId: Id): Promise<PartnerList> {
    const { operatorId, postId } = this.work.actor;
    const [reach, items] = await Promise.all([
      this.work.found<Pick<PartnerList, 'unsafeToContact' | 'contactRule'>>(PERSON, [beneficiaryId]),
      this.work.rows<Partner>(PARTNERS, [beneficiaryId, operatorId, postId]),
    ]);
    return { ...reach, items };
  }
}

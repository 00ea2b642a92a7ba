import { Injectable } from '@nestjs/common';
import { type ContactPreference, type Id, type Instant, isLost, roundOf } from '@relais/domain';
import { Journal, UnitOfWork } from '@relais/server/kernel';
import { ATTEMPT_COLUMNS, ATTEMPT_SOURCE, SIGHTING_COLUMNS } from './attempt-columns';
import type { AttemptView, RoundView, SightingView } from './outreach.messages';

const PERSON = `
  select b.contact_preference as preference, b.contact_rule as rule, b.unsafe_to_contact as unsafe, b.phone_sealed is not null as phone,
    b.email_sealed is not null as email, b.street_sealed is not null as street, b.last_contact_at as "lastContactAt",
    b.last_contact_at is not null
      and not exists (select from app.interview i where i.region = $1 and i.beneficiary_id = b.id and i.operator_id = (select sec.operator())
        and i.happened_at = b.last_contact_at)
      and not exists (select from app.appointment a where a.region = $1 and a.beneficiary_id = b.id and a.operator_id = (select sec.operator())
        and a.status = 'honoured' and a.starts_at = b.last_contact_at)
      and not exists (select from app.attempt t where t.region = $1 and t.beneficiary_id = b.id and t.operator_id = (select sec.operator())
        and t.at = b.last_contact_at) as "byNetwork",
    (select count(*)::int from app.support s where s.region = $1 and s.beneficiary_id = b.id and s.closed_on is null
      and s.operator_id <> (select sec.operator())) as others
  from app.beneficiary b where b.region = $1 and b.id = $2`;

/** What my operator tried since somebody last heard of the person. */
const ATTEMPTS = `
  select ${ATTEMPT_COLUMNS} from ${ATTEMPT_SOURCE}
  where t.region = $1 and t.beneficiary_id = $2 and t.at >= (select coalesce(b.last_contact_at, b.created_at) from app.beneficiary b
    where b.region = $1 and b.id = $2)
  order by t.at desc, t.id limit 30`;

const SIGHTINGS = `select ${SIGHTING_COLUMNS} from app.sighting q
  where q.region = $1 and q.beneficiary_id = $2 and q.asker_unit_id = $3 order by q.asked_at desc, q.id limit 20`;

type Person = {
  preference: ContactPreference;
  rule: string;
  unsafe: boolean;
  phone: boolean;
  email: boolean;
  street: boolean;
  lastContactAt: Instant | null;
  byNetwork: boolean;
  others: number;
};

/** How one may look for a person now, in one round trip: channels allowed, tries, answers of the others. */
@Injectable()
export class ShowRound {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  async execute(id: Id): Promise<RoundView> {
    const [person, attempts, sightings] = await Promise.all([
      this.work.found<Person>(PERSON, [id]),
      this.work.rows<AttemptView>(ATTEMPTS, [id]),
      this.work.rows<SightingView>(SIGHTINGS, [id, this.work.actor.unitId]),
      this.journal.audit('outreach.read', { objectType: 'beneficiary', objectId: id, beneficiaryId: id }),
    ]);
    const { rule, lastContactAt, byNetwork, others, unsafe } = person;
    const vain = attempts.filter(({ result }) => result !== 'reached');
    return {
      channels: [...roundOf(person, vain)],
      attempts,
      sightings,
      contactRule: rule,
      lastContactAt,
      byNetwork,
      others,
      lostEnough: isLost(vain, unsafe),
    };
  }
}

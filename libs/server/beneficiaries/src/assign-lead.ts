import { Injectable } from '@nestjs/common';
import { type FileStatus, type Id, may, whyNotAssign } from '@relais/domain';
import { Clock, Journal, RefusalProblem, refuse, UnitOfWork } from '@relais/server/kernel';
import type { AssignedLead } from './leaving.messages';

const within = (unit: string): string => `exists (select from app.unit_ancestor m where m.region = $1 and m.unit_id = ${unit}
  and m.ancestor_id = $3 and (m.depth = 0 or $4::boolean))`;

/** Whether a post is away today or has left; nobody is not away. */
const away = (post: string): string => `coalesce(not ${post}.active, false) or coalesce(${post}.until < $5::date, false)
  or exists (select from app.absence a where a.region = $1 and a.post_id = ${post}.id and a.cancelled_at is null and a.starts_on <= $5::date
    and (a.ends_on is null or a.ends_on >= $5::date))`;

/** `$2` file, `$3` acting unit, `$4` whether it leads, `$5` today. */
const FILE = `
  select b.status, b.lead_unit_id is not null or ${away('p')} as free, ${within('coalesce(p.unit_id, b.lead_unit_id)')} as "inReach"
  from app.beneficiary b left join app.post p on p.region = $1 and p.id = b.lead_post_id
  where b.region = $1 and b.id = $2 for no key update of b`;

const TAKER = `
  select p.unit_id as "unitId", s.given_name || ' ' || s.family_name as name, ${within('p.unit_id')} and not (${away('p')}) as there
  from app.post p join app.staff s on s.region = $1 and s.id = p.staff_id
  where p.region = $1 and p.id = $2 and p.role in ('counsellor', 'unit_lead')`;

const LEAD = `update app.beneficiary set lead_post_id = $3, lead_unit_id = null, updated_at = $4, version = version + 1 where region = $1 and id = $2`;
const REFERENT = `update app.support set referent_post_id = $3, version = version + 1
  where region = $1 and beneficiary_id = $2 and unit_id = $4 and closed_on is null`;

/** Takes a file that nobody present leads, or gives it to a colleague; the database keeps the history without a gap. */
@Injectable()
export class AssignLead {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(beneficiaryId: Id, postId: Id = this.work.actor.postId): Promise<AssignedLead> {
    const { actor, region } = this.work;
    const actorLeads = may(actor.role, 'lead.assign_to_others');
    const scope = [actor.unitId, actorLeads, this.clock.today(region)];
    const file = await this.work.found<{ status: FileStatus; free: boolean; inReach: boolean }>(FILE, [beneficiaryId, ...scope]);
    const taker = await this.work.row<{ unitId: Id; name: string; there: boolean }>(TAKER, [postId, ...scope]);
    if (!taker) refuse('lead.not_there', { pointer: '/postId' });
    const no = whyNotAssign({ ...file, toSelf: postId === actor.postId, actorLeads, there: taker.there });
    if (no) throw new RefusalProblem(no);
    await this.work.rows(LEAD, [beneficiaryId, postId, this.clock.now()]);
    await this.work.rows(REFERENT, [beneficiaryId, postId, taker.unitId]);
    const fact = { objectType: 'beneficiary', objectId: beneficiaryId, beneficiaryId };
    await this.journal.record('beneficiary.lead_assigned', fact, { postId, unitId: taker.unitId });
    return { beneficiaryId, leadPostId: postId, leadName: taker.name };
  }
}

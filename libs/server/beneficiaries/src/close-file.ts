import { Injectable } from '@nestjs/common';
import { type AttemptChannel, type FileStatus, type Id, type SupportOutcome, whyNotClose } from '@relais/domain';
import { Clock, Journal, RefusalProblem, refuse, UnitOfWork } from '@relais/server/kernel';

/** `$2` file, `$3` acting unit, `$4` whether it leads. */
const FILE = `
  select b.status, b.unsafe_to_contact as unsafe, u.id as "unitId",
    b.status = 'closed' or exists (select from app.unit_ancestor m where m.region = $1 and m.unit_id = u.id and m.ancestor_id = $3
      and (m.depth = 0 or $4::boolean)) as "inReach",
    exists (select from app.support s where s.region = $1 and s.beneficiary_id = b.id and s.closed_on is null and s.unit_id <> u.id)
      as "othersAccompany",
    exists (select from app.referral r where r.region = $1 and r.beneficiary_id = b.id and r.status not in ('draft', 'closed')) as "referralsLive"
  from app.beneficiary b
  left join app.post p on p.region = $1 and p.id = b.lead_post_id
  left join app.unit u on u.region = $1 and u.id = coalesce(p.unit_id, b.lead_unit_id)
  where b.region = $1 and b.id = $2 for no key update of b`;

const ATTEMPTS = `
  select t.channel from app.attempt t join app.beneficiary b on b.region = $1 and b.id = t.beneficiary_id
  where t.region = $1 and t.beneficiary_id = $2 and t.result <> 'reached' and t.at >= coalesce(b.last_contact_at, b.created_at)`;

const CLOSE = `update app.beneficiary set status = 'closed', lead_post_id = null, lead_unit_id = null, updated_at = $3, version = version + 1
  where region = $1 and id = $2`;
const END = `update app.support set closed_on = greatest(opened_on, $4::date), outcome = $5, version = version + 1
  where region = $1 and beneficiary_id = $2 and unit_id = $3 and closed_on is null`;

type File = {
  status: FileStatus;
  unsafe: boolean;
  unitId: Id;
  inReach: boolean;
  othersAccompany: boolean;
  referralsLive: boolean;
};

/** Ends the support of a person with its outcome, by the unit that leads: the file is closed, and opens again when they come back. */
@Injectable()
export class CloseFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(beneficiaryId: Id, outcome: SupportOutcome): Promise<void> {
    const { actor, region } = this.work;
    const file = await this.work.found<File>(FILE, [beneficiaryId, actor.unitId, actor.role === 'unit_lead']);
    if (!file.inReach) refuse('permission.denied');
    const attempts = await this.work.rows<{ channel: AttemptChannel }>(ATTEMPTS, [beneficiaryId]);
    const no = whyNotClose(file, outcome, attempts);
    if (no) throw new RefusalProblem(no);
    const fact = { objectType: 'beneficiary', objectId: beneficiaryId, beneficiaryId, reason: outcome };
    await this.journal.record('beneficiary.closed', fact, { unitId: file.unitId });
    await this.work.rows(CLOSE, [beneficiaryId, this.clock.now()]);
    // Last: with the support the file closes to its unit.
    await this.work.rows(END, [beneficiaryId, file.unitId, this.clock.today(region), outcome]);
  }
}

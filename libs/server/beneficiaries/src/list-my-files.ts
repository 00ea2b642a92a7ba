import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Journal, PAGE, pageOf, type PageQuery, readPlace, UnitOfWork } from '@relais/server/kernel';
import type { FileLine, FilesPage } from './beneficiaries.messages';

/** Files open to the unit, those longest without contact first: found by the access list, checked by row-level security. */
const FILES = `
  select b.id, coalesce(nullif(b.name_of_use, ''), b.given_name) || ' ' || b.family_name as name, b.file_number as "fileNumber",
    b.birth_date as "birthDate", s.given_name || ' ' || s.family_name as "referentName",
    coalesce(b.lead_post_id = (select sec.post()), false) as mine, b.last_contact_at as "lastContactAt",
    (select a.words from app.action a where a.region = $1 and a.beneficiary_id = b.id and a.status = 'open'
      order by a.due_on nulls last, a.id limit 1) as "nextStep"
  from app.file_access f
  join app.beneficiary b on b.region = f.region and b.id = f.beneficiary_id
  left join app.post p on p.region = b.region and p.id = b.lead_post_id
  left join app.staff s on s.region = p.region and s.id = p.staff_id
  where f.region = $1 and b.region = $1 and f.grantee_id = $2 and f.basis in ('support', 'hierarchy') and b.status = 'active'
    and ($3::timestamptz is null or (coalesce(b.last_contact_at, '-infinity'), b.id) > ($3, $4::uuid))
  order by coalesce(b.last_contact_at, '-infinity'), b.id
  limit $5`;

const NEVER = '-infinity';

/** "My files": who accompanies whom, last contact, next step. One reading of a list is one line of the journal. */
@Injectable()
export class ListMyFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  async execute({ after, limit = PAGE }: PageQuery): Promise<FilesPage> {
    const { actor } = this.work;
    const [at, id] = readPlace(after) ?? [null, null];
    const [rows] = await Promise.all([
      this.work.rows<FileLine & { id: Id }>(FILES, [actor.unitId, at, id, limit + 1]),
      this.journal.audit('beneficiary.listed', { objectType: 'unit', objectId: actor.unitId }),
    ]);
    return pageOf(rows, limit, ({ lastContactAt, id: last }) => [lastContactAt ?? NEVER, last]);
  }
}

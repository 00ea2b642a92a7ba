import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Journal, PAGE, pageOf, type PageQuery, readPlace, unlessMasked, UnitOfWork } from '@relais/server/kernel';
import type { JournalLine, JournalPage } from './timeline.messages';

const LINES = `
  select a.id, a.at, a.action, a.reason, g.reason as words, s.given_name || ' ' || s.family_name as name, u.name as "unitName",
    ${unlessMasked('o.short_name')} as "operatorName"
  from app.audit a
  left join app.post p on p.region = a.region and p.id = a.post_id
  left join app.staff s on s.region = p.region and s.id = p.staff_id
  left join app.unit u on u.region = p.region and u.id = p.unit_id
  left join app.operator o on o.region = a.region and o.id = a.operator_id
  left join app.glass g on g.region = $1 and g.id = a.object_id and a.action = 'glass.broken'
  where a.region = $1 and a.beneficiary_id = $2 and ($3::timestamptz is null or (a.at, a.id) < ($3, $4::uuid))
  order by a.at desc, a.id desc
  limit $5`;

const SEEN = `select 1 as seen where exists (select 1 from app.beneficiary b where b.region = $1 and b.id = $2)
  or ((select sec.role()) = 'data_protection_officer' and exists (select 1 from app.audit a where a.region = $1 and a.beneficiary_id = $2))`;

/** Who looked at a file, when and why; looking at the journal leaves its own line. */
@Injectable()
export class ShowJournal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  async execute(id: Id, { after, limit = PAGE }: PageQuery): Promise<JournalPage> {
    const [at, last] = readPlace(after) ?? [null, null];
    const [, rows] = await Promise.all([
      this.work.found(SEEN, [id]),
      this.work.rows<JournalLine>(LINES, [id, at, last, limit + 1]),
      this.journal.audit('beneficiary.journal_read', { objectType: 'beneficiary', objectId: id, beneficiaryId: id }),
    ]);
    return pageOf(rows, limit, (line) => [line.at, line.id]);
  }
}

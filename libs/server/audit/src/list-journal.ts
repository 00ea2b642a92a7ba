import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Journal, PAGE, pageOf, readPlace, UnitOfWork } from '@relais/server/kernel';
import type { JournalQuery, ReadLine, ReadPage } from './audit.messages';

type Row = Omit<ReadLine, 'fileNumber'> & { readonly beneficiaryId: Id | null };

const LINES = `
  select a.id, a.at, a.action, a.reason, a.beneficiary_id as "beneficiaryId", s.given_name || ' ' || s.family_name as "readerName",
    u.name as "unitName", o.short_name as "operatorName"
  from app.audit a
  left join app.post p on p.region = $1 and p.id = a.post_id
  left join app.staff s on s.region = $1 and s.id = p.staff_id
  left join app.unit u on u.region = $1 and u.id = p.unit_id
  left join app.operator o on o.region = $1 and o.id = a.operator_id
  where a.region = $1 and ($2::uuid is null or a.beneficiary_id = $2)
    and ($3::text is null or lower(s.given_name || ' ' || s.family_name) like '%' || lower($3) || '%')
    and ($4::timestamptz is null or a.at >= $4) and ($5::timestamptz is null or a.at < $5)
    and ($6::timestamptz is null or (a.at, a.id) < ($6, $7::uuid))
  order by a.at desc, a.id desc limit $8`;

/** The number that a file has, to the person it stands for: index cards are readable by all, and hold no name. */
const NUMBERS = `select n.beneficiary_id as id, n.file_number as "fileNumber" from app.file_numbers($1, $2::uuid[]) n`;
const BY_NUMBER = `select app.numbered_file($1, $2) as id`;

/** Who did or read what in the region, for the data-protection officer: file numbers, never a name of a person. Reading it leaves its own line. */
@Injectable()
export class ListJournal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  async execute({ fileNumber, reader, from, until, after, limit = PAGE }: JournalQuery): Promise<ReadPage> {
    const place = readPlace(after) ?? [null, null];
    const { postId } = this.work.actor;
    const person = fileNumber ? (await this.work.row<{ id: Id | null }>(BY_NUMBER, [fileNumber.trim()]))?.id : null;
    if (fileNumber && !person) return { items: [], next: null };
    const [rows] = await Promise.all([
      this.work.rows<Row>(LINES, [
        person,
        reader?.trim().replaceAll(/[\\%_]/g, '\\$&') || null,
        from ?? null,
        until ?? null,
        ...place,
        limit + 1,
      ]),
      this.journal.audit('journal.read', { objectType: 'post', objectId: postId, beneficiaryId: person ?? undefined }),
    ]);
    const page = pageOf(rows, limit, ({ at, id }) => [at, id]);
    const people = [...new Set(page.items.flatMap(({ beneficiaryId }) => beneficiaryId ?? []))];
    const numbers = new Map(
      (await this.work.rows<{ id: Id; fileNumber: string }>(NUMBERS, [people])).map((row) => [row.id, row.fileNumber]),
    );
    const items = page.items.map(({ beneficiaryId, ...line }) => ({
      ...line,
      fileNumber: (beneficiaryId && numbers.get(beneficiaryId)) ?? null,
    }));
    return { items, next: page.next };
  }
}

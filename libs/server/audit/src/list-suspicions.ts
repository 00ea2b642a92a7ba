import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { PAGE, pageOf, readPlace, UnitOfWork } from '@relais/server/kernel';
import type { SuspicionLine, SuspicionPage, WatchQuery } from './audit.messages';

const LINES = `
  select x.id, x.kind, s.given_name || ' ' || s.family_name as "readerName", u.name as "unitName", o.short_name as "operatorName",
    x.file_number as "fileNumber", x.count, x.first_at as "firstAt", x.last_at as "lastAt", x.ended_as as "endedAs", x.note,
    x.settled_at as "settledAt"
  from app.suspicion x
  join app.post p on p.region = $1 and p.id = x.post_id
  join app.staff s on s.region = $1 and s.id = p.staff_id
  join app.unit u on u.region = $1 and u.id = p.unit_id
  join app.operator o on o.region = $1 and o.id = p.operator_id
  where x.region = $1`;

/** Reading that looks like curiosity, still open or settled. */
@Injectable()
export class ListSuspicions {
  constructor(private readonly work: UnitOfWork) {}

  async execute({ box = 'waiting', after, limit = PAGE }: WatchQuery): Promise<SuspicionPage> {
    const place = readPlace(after) ?? [null, null];
    const rows = await this.work.rows<SuspicionLine>(
      `${LINES} and (x.settled_at is null) = $2 and ($3::timestamptz is null or (x.last_at, x.id) < ($3, $4::uuid))
       order by x.last_at desc, x.id desc limit $5`,
      [box === 'waiting', ...place, limit + 1],
    );
    return pageOf(rows, limit, ({ lastAt, id }) => [lastAt, id]);
  }

  /** One of them; 404 when there is none to see. */
  one(id: Id): Promise<SuspicionLine> {
    return this.work.found<SuspicionLine>(`${LINES} and x.id = $2`, [id]);
  }
}

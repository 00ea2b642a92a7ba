import { Injectable } from '@nestjs/common';
import { type Id, type Instant, isRegionCode } from '@relais/domain';
import { Clock, refuse, UnitOfWork } from '@relais/server/kernel';
import { markOfFeed } from './keep-calendar-feed';
import { type LineOfCalendar, writeCalendar } from './write-calendar';

const ADDRESS = /^(\d{2})-([A-Za-z0-9_-]{43})\.ics$/;

const CALENDAR = `select c.wait, c.id, c.starts_at as "startsAt", c.minutes, c.grouped, c.town, c.version, c.changed_at as "changedAt"
  from app.calendar_of($2, $3) c where $1::text is not null`;

type Row = { readonly wait: number; readonly id: Id | null; readonly startsAt: Instant; readonly minutes: number } & Omit<
  LineOfCalendar,
  'id'
>;

/** Reads an agenda by its secret address, for a calendar that has no session. Unknown, revoked and badly written are one answer: 404. */
@Injectable()
export class ReadCalendar {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(address: string, language: 'fr' | 'en'): Promise<string> {
    const [, region = '', secret = ''] = ADDRESS.exec(address) ?? [];
    if (!isRegionCode(region)) return refuse('request.not_found');
    const rows = await this.work.write({ region, guest: true }, () =>
      this.work.rows<Row>(CALENDAR, [markOfFeed(secret), this.clock.now()]),
    );
    const [first] = rows;
    if (!first) return refuse('request.not_found');
    if (first.wait > 0) return refuse('request.too_many', { retryAfterSeconds: first.wait });
    return writeCalendar(
      rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }])),
      language,
    );
  }
}

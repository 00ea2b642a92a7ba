import { Injectable } from '@nestjs/common';
import { CLOCKS, type Id, clockRuns, REGIONAL_AGREEMENT, regionOf } from '@relais/domain';
import { Clock, Journal, PAGE, pageOf, readPlace, UnitOfWork } from '@relais/server/kernel';
import type { DatedLine, DatedList, DatedPage, DatedQuery } from './clocks.messages';
import { DATE_OF_CLOCK, DATES_OF_PERSON, DATES_OF_POST, DATES_OF_UNIT } from './dated-queries';

type Row = Omit<DatedLine, 'overdue' | 'basis' | 'reference'>;

const PERSON = `select id from app.beneficiary where region = $1 and id = $2`;

/** Dated obligations and dates of referrals in one list, earliest first: of a person, of a professional, of a unit. */
@Injectable()
export class ListClocks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async ofPerson(beneficiaryId: Id): Promise<DatedList> {
    const [, rows] = await Promise.all([
      this.work.found(PERSON, [beneficiaryId]),
      this.work.rows<Row>(DATES_OF_PERSON, [regionOf(this.work.region).timeZone, beneficiaryId]),
      this.journal.audit('clock.list_read', { objectType: 'beneficiary', objectId: beneficiaryId, beneficiaryId }),
    ]);
    return { items: rows.map((row) => this.line(row)) };
  }

  async ofPost({ scope = 'mine', after, limit = PAGE }: DatedQuery): Promise<DatedPage> {
    const { postId, unitId, role, region } = this.work.actor;
    const [dueAt, id] = readPlace(after) ?? [null, null];
    const whose = scope === 'mine' ? postId : role === 'unit_lead';
    const [rows] = await Promise.all([
      this.work.rows<Row>(scope === 'mine' ? DATES_OF_POST : DATES_OF_UNIT, [
        regionOf(region).timeZone,
        whose,
        unitId,
        dueAt,
        id,
        limit + 1,
      ]),
      this.journal.audit('clock.list_read', { objectType: 'unit', objectId: unitId }),
    ]);
    const { items, next } = pageOf(rows, limit, (row) => [row.dueAt, row.id]);
    return { items: items.map((row) => this.line(row)), next };
  }

  /** One clock as the lists show it, after a change. */
  async one(id: Id): Promise<DatedLine> {
    return this.line(await this.work.found<Row>(DATE_OF_CLOCK, [id]));
  }

  private line(row: Row): DatedLine {
    const source = row.kind === 'referral' ? ({ basis: 'agreement', reference: REGIONAL_AGREEMENT } as const) : CLOCKS[row.kind].source;
    return { ...row, ...source, overdue: clockRuns(row) && row.status === 'running' && row.dueAt < this.clock.now() };
  }
}

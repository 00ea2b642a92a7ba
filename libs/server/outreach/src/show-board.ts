import { Injectable } from '@nestjs/common';
import { type Instant, millisOf, pressureOf, regionOf, type RiskFacts, riskOf } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';
import { ABSENT, EXITS, QUESTIONS, QUIET_REFERRALS, SILENT, UNASSIGNED } from './board-queries';
import {
  BOARD_COLUMNS,
  type BoardCard,
  type BoardColumn,
  type BoardColumnName,
  type BoardView,
  type SightingView,
} from './outreach.messages';

const COLUMNS = {
  unassigned: UNASSIGNED,
  absent: ABSENT,
  silent: SILENT,
  quiet_referral: QUIET_REFERRALS,
  exit: EXITS,
} as const satisfies Record<BoardColumnName, string>;

type Row = Omit<BoardCard, 'days' | 'reasons' | 'pressure'> & Omit<RiskFacts, 'attempts' | 'unsafe'> & { ofUnit: unknown; total: number };

const DAY = 86_400_000;

/** Nobody without a lead, nobody silently lost: every column of the board in one round trip, the most fragile first. */
@Injectable()
export class ShowBoard {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<BoardView> {
    const { postId, unitId, role, region } = this.work.actor;
    const [now, today] = [this.clock.now(), this.clock.today(region)];
    const scope = [unitId, role === 'unit_lead'];
    const [questions, columns] = await Promise.all([
      this.work.rows<SightingView>(QUESTIONS, scope),
      Promise.all(BOARD_COLUMNS.map((name) => this.column(name, [...scope, postId, today, now], now))),
      this.journal.audit('board.read', { objectType: 'unit', objectId: unitId }),
    ]);
    return { checkedAt: now, columns, questions };
  }

  private async column(name: BoardColumnName, params: readonly unknown[], now: Instant): Promise<BoardColumn> {
    const rows = await this.work.rows<Row>(COLUMNS[name], params);
    const { timeZone } = regionOf(this.work.region);
    const ranked = rows
      .map((row) => ({
        row,
        ...riskOf({ ...(name === 'exit' ? gone(row, now) : row), unsafe: row.unsafeToContact, attempts: inVain(row) }, now, timeZone),
      }))
      .sort((one, other) => other.score - one.score || (one.row.since < other.row.since ? -1 : 1));
    return {
      name,
      total: rows[0]?.total ?? 0,
      cards: ranked.map(({ row, score, reasons }) => cardOf(row, now, { score, reasons: [...reasons] })),
    };
  }
}

/** Tries that did not reach the person. */
function inVain({ tried }: Row): number {
  return tried.filter(({ result }) => result !== 'reached').length;
}

/** Whoever has left has no lead and no meeting, and is asked on a day: only what presses beside that counts. */
function gone(row: Row, now: Instant): Row {
  return { ...row, led: true, meetingPlanned: true, missedLast: false, lastContactAt: now };
}

function cardOf(row: Row, now: Instant, { score, reasons }: { score: number; reasons: BoardCard['reasons'] }): BoardCard {
  const { objectId, beneficiaryId, name, since, lastContactAt, tried, leadName, unitName, unitId, mine, unsafeToContact } = row;
  const { referralId, detail, clockKind, dueAt } = row;
  const days = Math.max(0, Math.floor((millisOf(now) - millisOf(since)) / DAY));
  const about = { objectId, beneficiaryId, name, since, days, lastContactAt, tried, leadName, unitName, unitId, mine, unsafeToContact };
  return { ...about, reasons, pressure: pressureOf(score), referralId, detail, clockKind, dueAt };
}

import { Injectable } from '@nestjs/common';
import { type Id, type Instant, plusMinutes, regionOf } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';
import { DRAFTS, DUE_CLOCKS, MEETINGS, NEXT_MEETING, OVERDUE, REFERRALS, UNHEARD, UNTRACED } from './day-queries';
import type { DayView, MeetingOfDay, NextMeeting, TodoOfDay, UntracedMeeting } from './day.messages';
import { rankDay } from './rank-day';

/** Minutes without two-way contact after which a file asks for attention: 30 days. Source: domain.md §4. */
const SILENCE = -30 * 24 * 60;

type Counted = TodoOfDay & { total: number };
type Unheard = Counted & { beneficiaryId: Id; name: string; lastContactAt: Instant | null; putOff: boolean };

/** "What now?" in one round trip: every query leaves at once, the journal row with them. */
@Injectable()
export class ShowDay {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<DayView> {
    const { postId, unitId, region } = this.work.actor;
    const [now, today, { timeZone }] = [this.clock.now(), this.clock.today(region), regionOf(region)];
    const day = [postId, today, timeZone];
    const silentBefore = plusMinutes(now, SILENCE);
    const [meetings, untraced, next, referrals, drafts, overdue, clocks, unheard] = await Promise.all([
      this.work.rows<MeetingOfDay>(MEETINGS, day),
      this.work.rows<UntracedMeeting>(UNTRACED, [...day, now]),
      this.work.row<NextMeeting>(NEXT_MEETING, day),
      this.work.rows<Counted>(REFERRALS, [unitId, postId, now, today]),
      this.work.rows<Counted>(DRAFTS, [postId, today]),
      this.work.rows<Counted>(OVERDUE, day),
      this.work.rows<TodoOfDay>(DUE_CLOCKS, [postId, today, now]),
      this.work.rows<Unheard>(UNHEARD, [postId, silentBefore, today]),
      this.journal.audit('day.read', { objectType: 'post', objectId: postId }),
    ]);
    const silent = unheard.filter(({ since, putOff }) => since < silentBefore && !putOff);
    return {
      today,
      timeZone,
      now,
      meetings,
      todo: rankDay([...referrals, ...drafts, ...overdue, ...clocks, ...silent], now),
      untraced,
      nextMeeting: next ?? null,
      longestUnseen: unheard.slice(0, 3),
      counts: {
        meetings: meetings.length,
        referralsWaiting: totalOf(referrals),
        notesToFinish: totalOf(drafts),
        overdueActions: totalOf(overdue),
        silent: totalOf(unheard),
        untraced: untraced.length,
      },
    };
  }
}

function totalOf(rows: readonly { readonly total: number }[]): number {
  return rows[0]?.total ?? 0;
}

import { civilDateIn, instantAt, millisOf, plusDays, type CivilDate, type Instant } from '@relais/domain';
import type { Dice } from './random';

/** Slots of a day of reception, in minutes after midnight, local time: 9:00–12:30 and 13:30–17:30. */
const MORNING = [540, 570, 600, 630, 660, 690] as const;
const AFTERNOON = [810, 840, 870, 900, 930, 960, 990] as const;
export const SLOTS: readonly number[] = [...MORNING, ...AFTERNOON];
export const OPENS_AT = 540;
export const CLOSES_AT = 1050;

/** The working hours of one region: its time zone, its working days, and the moment at which the demo is looked at. */
export class Hours {
  readonly today: CivilDate;
  private readonly offsets = new Map<string, number>();
  private readonly closed = new Map<string, Set<string>>();

  constructor(
    readonly timeZone: string,
    readonly now: Instant,
    private readonly overseas: boolean,
  ) {
    this.today = civilDateIn(timeZone, now);
  }

  /** The instant of a local day and minute. */
  at(day: CivilDate, minute: number): Instant {
    return instantAt(Date.parse(`${day}T00:00:00.000Z`) + (minute - this.offset(day)) * 60_000);
  }

  dayOf(at: Instant): CivilDate {
    return instantAt(millisOf(at) + this.offset(at.slice(0, 10) as CivilDate) * 60_000).slice(0, 10) as CivilDate;
  }

  minuteOf(at: Instant): number {
    return (millisOf(at) - millisOf(this.at(this.dayOf(at), 0))) / 60_000;
  }

  isWorkingDay(day: CivilDate): boolean {
    const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !this.holidays(day.slice(0, 4)).has(day.slice(5));
  }

  /** The day itself when people work on it, otherwise the next one (or the one before). */
  workingDay(day: CivilDate, step: 1 | -1 = 1): CivilDate {
    let found = day;
    while (!this.isWorkingDay(found)) found = plusDays(found, step);
    return found;
  }

  plusWorkingDays(day: CivilDate, count: number): CivilDate {
    let found = this.workingDay(day);
    for (let left = Math.abs(count); left > 0; left--) found = this.workingDay(plusDays(found, count < 0 ? -1 : 1), count < 0 ? -1 : 1);
    return found;
  }

  /** A slot of reception on a day, at random. */
  slotOn(day: CivilDate, dice: Dice): Instant {
    return this.at(day, dice.pick(SLOTS));
  }

  /** The last moment at or before `at` inside the hours of reception, to the minute. */
  lastOpen(at: Instant): Instant {
    const day = this.dayOf(at);
    const minute = Math.floor(this.minuteOf(at));
    if (!this.isWorkingDay(day) || minute < OPENS_AT) return this.at(this.workingDay(plusDays(day, -1), -1), CLOSES_AT - 10);
    return this.at(day, Math.min(minute, CLOSES_AT - 1));
  }

  /** The moment `minutes` of working time before `at`. */
  workedBefore(at: Instant, minutes: number): Instant {
    let from = this.lastOpen(at);
    let left = minutes;
    for (;;) {
      const since = this.minuteOf(from) - OPENS_AT;
      if (since >= left) return this.at(this.dayOf(from), this.minuteOf(from) - left);
      left -= since + 1;
      from = this.at(this.workingDay(plusDays(this.dayOf(from), -1), -1), CLOSES_AT - 1);
    }
  }

  private offset(day: CivilDate): number {
    const known = this.offsets.get(day);
    if (known !== undefined) return known;
    const noon = `${day}T12:00:00.000Z`;
    const local = new Intl.DateTimeFormat('sv-SE', { timeZone: this.timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(
      Date.parse(noon),
    );
    const offset = (Date.parse(`${local.replace(' ', 'T')}.000Z`) - Date.parse(noon)) / 60_000;
    this.offsets.set(day, offset);
    return offset;
  }

  /** Days off by law; La Réunion also rests on 20 December, the day slavery ended there. */
  private holidays(year: string): Set<string> {
    const known = this.closed.get(year);
    if (known) return known;
    const easter = easterOf(Number(year));
    const moving = [1, 39, 50].map((days) => plusDays(easter, days).slice(5));
    const days = new Set([
      '01-01',
      '05-01',
      '05-08',
      '07-14',
      '08-15',
      '11-01',
      '11-11',
      '12-25',
      ...moving,
      ...(this.overseas ? ['12-20'] : []),
    ]);
    this.closed.set(year, days);
    return days;
  }
}

/** Easter Sunday in the Gregorian calendar (Meeus). */
function easterOf(year: number): CivilDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const sum = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  const month = String(Math.floor(sum / 31)).padStart(2, '0');
  return `${year}-${month}-${String((sum % 31) + 1).padStart(2, '0')}` as CivilDate;
}

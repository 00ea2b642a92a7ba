import { type Id, type Instant, plusMinutes } from '@relais/domain';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** What a calendar without names knows of one meeting. */
export type LineOfCalendar = {
  readonly id: Id;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly grouped: boolean;
  readonly town: string | null;
  readonly version: number;
  readonly changedAt: Instant;
};

const WORDS = {
  fr: { name: 'Relais', one: 'Rendez-vous', grouped: 'Séance collective' },
  en: { name: 'Relais', one: 'Appointment', grouped: 'Group session' },
} as const;

/** An agenda as iCalendar (RFC 5545), in UTC: `Rendez-vous (2 h, Rennes)` and the hours; no name, no purpose, no address. */
export function writeCalendar(lines: readonly LineOfCalendar[], language: 'fr' | 'en'): string {
  const words = WORDS[language];
  const calendar = ical({ name: words.name, prodId: '//Relais//Relais//FR', method: ICalCalendarMethod.PUBLISH, ttl: 3600 });
  for (const { id, startsAt, minutes, grouped, town, version, changedAt } of lines) {
    const facts = [long(minutes), ...(town ? [town] : [])].join(', ');
    calendar.createEvent({
      id: `${id}@relais`,
      sequence: version,
      stamp: changedAt,
      start: startsAt,
      end: plusMinutes(startsAt, minutes),
      summary: `${grouped ? words.grouped : words.one} (${facts})`,
      status: ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

/** `45 min`, `2 h`, `1 h 30`, with spaces that do not break. */
function long(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}\u00a0min`;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
}

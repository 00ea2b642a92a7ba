import { type CivilDate, isWorkingDay, plusDays, type WorkingCalendar } from '@relais/domain';

const HOURS = ['10:00', '14:00'] as const;
const DAYS_AHEAD = 14;

/** The next hours at which people usually meet, as `datetime-local` texts: working days only, from tomorrow on, none already taken. */
export function nearSlots(today: CivilDate, calendar: WorkingCalendar, taken: ReadonlySet<string>, count = 4): readonly string[] {
  const days = Array.from({ length: DAYS_AHEAD }, (_, index) => plusDays(today, index + 1)).filter((day) => isWorkingDay(day, calendar));
  return days
    .flatMap((day) => HOURS.map((hour) => `${day}T${hour}`))
    .filter((slot) => !taken.has(slot))
    .slice(0, count);
}

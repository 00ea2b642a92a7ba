import { type AppointmentMove, type CivilDate, plusDays, toCivilDate } from '@relais/domain';
import { localOf } from '@relais/web/kernel';

/** What a professional says of a meeting that did not take place. */
export const VERDICTS = ['no_show', 'excuse', 'cancel'] as const satisfies readonly AppointmentMove[];

/** One of them. */
export type Verdict = (typeof VERDICTS)[number];

/** The same day of the week and the same hour, on the first such day after `today`: what is proposed first, as a field shows it. */
export function sameHourLater(startsAt: string, today: CivilDate, timeZone: string): string {
  const [day = '', hour = ''] = localOf(startsAt, timeZone).split('T');
  let proposed = toCivilDate(day);
  while (proposed <= today) proposed = plusDays(proposed, 7);
  return `${proposed}T${hour}`;
}

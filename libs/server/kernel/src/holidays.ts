import Holidays from 'date-holidays';
import { type CivilDate, type RegionCode, toCivilDate } from '@relais/domain';

/** The place whose days off are those of a region; metropolitan France when not said. */
const PLACE_OF: Partial<Record<RegionCode, readonly [string, string?]>> = {
  // Good Friday and 26 December are days off in three of the ten départements of Grand Est: see docs/adr/0007.
  '44': ['FR', '57'],
  '01': ['GP'],
  '02': ['MQ'],
  '03': ['GF'],
  '04': ['RE'],
  '06': ['YT'],
};

const known = new Map<string, readonly CivilDate[]>();

/** The public holidays of a region in one year. Source: Code du travail L3133-1, L3134-13 (Alsace-Moselle), L3422-2 (overseas). */
export function holidaysOf(region: RegionCode, year: number): readonly CivilDate[] {
  const key = `${region} ${year}`;
  const days = known.get(key) ?? computed(region, year);
  known.set(key, days);
  return days;
}

function computed(region: RegionCode, year: number): readonly CivilDate[] {
  const [country, part] = PLACE_OF[region] ?? ['FR'];
  const calendar = part === undefined ? new Holidays(country) : new Holidays(country, part);
  return calendar
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => toCivilDate(date.slice(0, 10)));
}

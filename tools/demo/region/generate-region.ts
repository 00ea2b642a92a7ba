import { DEFAULT_SETTINGS, plusDays, regionOf, workingCalendar, type CivilDate, type Instant } from '@relais/domain';
import { Hours } from '../hours';
import { OPERATORS_04 } from '../operators/operators-04';
import { OPERATORS_04_SPECIALISED } from '../operators/operators-04-specialised';
import { OPERATORS_53 } from '../operators/operators-53';
import { OPERATORS_53_SPECIALISED } from '../operators/operators-53-specialised';
import { OPERATORS_84 } from '../operators/operators-84';
import { OPERATORS_84_SPECIALISED } from '../operators/operators-84-specialised';
import type { OperatorPlan } from '../operators/plan';
import type { Place } from '../places/place';
import { COMMUNES_04 } from '../places/places-04';
import { COMMUNES_53 } from '../places/places-53';
import { COMMUNES_84 } from '../places/places-84';
import { Dice } from '../random';
import { buildAppointments, type DemoAppointment } from './build-appointments';
import { buildFiles } from './build-files';
import { buildNetwork, type Network } from './build-operators';
import { buildReferrals, type DemoReferral } from './build-referrals';
import { fatesOf, meetingsOf } from './referral-times';
import { Diary } from './diary';
import type { DemoFile } from './file';
import type { DemoRegion } from '../demo-region';

/** What a demo region is made from: the same inputs give the same region. */
export type DemoInputs = { readonly region: DemoRegion; readonly seed: string; readonly now: Instant; readonly people: number };

/** A whole region, before it becomes rows. */
export type DemoWorld = {
  readonly region: DemoRegion;
  readonly hours: Hours;
  readonly places: readonly Place[];
  readonly network: Network;
  readonly files: readonly DemoFile[];
  readonly referrals: readonly DemoReferral[];
  readonly appointments: readonly DemoAppointment[];
};

const SOURCES: Readonly<Record<DemoRegion, { operators: readonly OperatorPlan[]; places: readonly Place[] }>> = {
  '53': { operators: [...OPERATORS_53, ...OPERATORS_53_SPECIALISED], places: COMMUNES_53 },
  '04': { operators: [...OPERATORS_04, ...OPERATORS_04_SPECIALISED], places: COMMUNES_04 },
  '84': { operators: [...OPERATORS_84, ...OPERATORS_84_SPECIALISED], places: COMMUNES_84 },
};

/** The network of a region alone: operators, trees, professionals. It depends on nothing but the region and the seed. */
export function generateNetwork(region: DemoRegion, seed: string): Network {
  const { operators, places } = SOURCES[region];
  return buildNetwork(region, operators, places, new Dice(`${seed} ${region}`).fork('network'));
}

/** The communes of a region. */
export function placesOf(region: DemoRegion): readonly Place[] {
  return SOURCES[region].places;
}

/** Generates a region: five interviews and six tenths of a referral per person. */
export function generateRegion({ region, seed, now, people }: DemoInputs): DemoWorld {
  const dice = new Dice(`${seed} ${region}`);
  const { timeZone } = regionOf(region);
  const hours = new Hours(timeZone, now, region === '04');
  const diary = new Diary(hours);
  const places = placesOf(region);
  const network = generateNetwork(region, seed);
  const teams = network.teams.filter((team) => team.posts.length > 0);
  const fates = fatesOf(Math.round(people * 0.6));
  const files = buildFiles({ region, teams, places, hours, diary, people, interviews: people * 5 - meetingsOf(fates) }, dice.fork('files'));
  const agreement = { settings: DEFAULT_SETTINGS, calendar: workingCalendar(timeZone, daysOff(hours)) };
  const referrals = buildReferrals({ region, teams, hours, diary, agreement }, files, fates, dice.fork('referrals'));
  for (const file of files) file.steps.sort((one, other) => (one.at < other.at ? -1 : 1));
  const appointments = buildAppointments(files, referrals, teams, hours, diary, dice.fork('appointments'));
  return { region, hours, places, network, files, referrals, appointments };
}

/** Week days without work, from two years ago to a year from now. */
export function daysOff(hours: Hours): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = plusDays(hours.today, -800); day < plusDays(hours.today, 400); day = plusDays(day, 1)) {
    if (!hours.isWorkingDay(day)) days.push(day);
  }
  return days;
}

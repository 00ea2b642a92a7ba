import {
  ageOn,
  type CivilDate,
  type ClockKind,
  CLOCKS,
  type DatedClock,
  meetClock,
  pauseClock,
  plusDays,
  plusMonths,
  startClock,
  stepOf,
  workingCalendar,
  type WorkingCalendar,
} from '@relais/domain';
import { idAt } from '../ids';
import { Dice } from '../random';
import type { DemoFile } from '../region/file';
import { daysOff, type DemoWorld } from '../region/generate-region';
import type { Row, TableRows } from './tables';

type Begun = { readonly kind: ClockKind; readonly on: CivilDate; readonly detail: string };
type Rows = Record<'clock' | 'clock_pause', Row[]>;

/** What was said when a professional noted a clock. */
const NOTED: Partial<Record<ClockKind, readonly string[]>> = {
  return_to_training: [
    'Demande faite au guichet',
    'Demande transmise par la famille',
    'Demande reçue par courrier',
    'Veut reprendre en janvier',
  ],
  minor_without_solution: ['Signalement du lycée', 'Liste des jeunes sans solution', 'Ne va plus en cours depuis la rentrée'],
  contract_after_orientation: ['Notification reçue par courrier', 'Orientation notifiée sur place'],
};

/** Dated obligations that follow from the stories: requests, minors without solution, contracts, goals, exits. */
export function clockRows(world: DemoWorld): TableRows {
  const calendar = workingCalendar(world.hours.timeZone, daysOff(world.hours));
  const rows: Rows = { clock: [], clock_pause: [] };
  for (const file of world.files) {
    const dice = new Dice(`clocks of ${file.id}`);
    for (const begun of begunFor(file, world, dice)) addClock(file, begun, world, calendar, dice, rows);
  }
  return rows;
}

function begunFor(file: DemoFile, { hours }: DemoWorld, dice: Dice): Begun[] {
  const { today } = hours;
  const begun = (kind: ClockKind, on: CivilDate): Begun[] =>
    on < hours.dayOf(file.createdAt) || on > today ? [] : [{ kind, on, detail: NOTED[kind] ? dice.pick(NOTED[kind]) : '' }];
  if (file.closedOn !== null)
    return file.closedOn < plusDays(today, -230)
      ? []
      : [...begun('exit_3_months', file.closedOn), ...begun('exit_6_months', file.closedOn)];
  const age = ageOn(file.person.birthDate, today);
  const scheme = file.supports[0]?.scheme ?? 'free';
  const fits = (kind: ClockKind): boolean => {
    const { ages } = CLOCKS[kind];
    return !ages || (age >= ages.from && age <= ages.to);
  };
  const set = file.steps.findLast(({ goal }) => goal !== null);
  return [
    ...(scheme === 'right_to_return' && fits('return_to_training') ? begun('return_to_training', plusDays(today, -dice.int(1, 24))) : []),
    ...(fits('minor_without_solution') && dice.chance(file.person.stage === 'dropout' ? 0.9 : 0.25)
      ? begun('minor_without_solution', plusDays(today, -dice.int(3, 68)))
      : []),
    ...(['cej', 'pacea'].includes(scheme) && dice.chance(0.1)
      ? begun('contract_after_orientation', plusDays(today, -dice.int(1, 36)))
      : []),
    ...(set ? begun('goals_review', lastReview(hours.dayOf(set.at), today)) : []),
  ];
}

/** Goals set long ago were reviewed since, but for some that are a little late. */
function lastReview(day: CivilDate, today: CivilDate): CivilDate {
  const next = plusMonths(day, 6);
  return next < plusDays(today, -12) ? lastReview(next, today) : day;
}

function addClock(file: DemoFile, { kind, on, detail }: Begun, world: DemoWorld, calendar: WorkingCalendar, dice: Dice, rows: Rows): void {
  const { hours } = world;
  const created = hours.at(on, 600);
  const id = idAt(created, dice);
  const { author } = file;
  const started = startClock(kind, on, hours.now, calendar);
  const clock = fateOf(file, started, world, calendar, dice);
  if (clock.status === 'paused') {
    const { pausedOn, pauseUntil, pauseProof } = clock;
    const by = { by_post_id: author.id, created_at: hours.at(pausedOn ?? on, 640) };
    rows.clock_pause.push({
      id: idAt(created, dice),
      clock_id: id,
      beneficiary_id: file.id,
      from_on: pausedOn,
      until_on: pauseUntil,
      proof: pauseProof,
      detail: 'Pièce au dossier papier',
      ...by,
    });
  }
  rows.clock.push({
    id,
    beneficiary_id: file.id,
    kind,
    status: clock.status,
    operator_id: author.operatorId,
    unit_id: file.team.unitId,
    post_id: author.id,
    detail,
    started_on: on,
    due_on: clock.dueOn,
    due_at: clock.dueAt,
    paused_on: clock.pausedOn,
    pause_until: clock.pauseUntil,
    pause_proof: clock.pauseProof,
    paused_days: clock.pausedDays,
    met_on: clock.metOn,
    met_by: clock.metBy,
    dropped: clock.dropped,
    next_at: clock.nextAt,
    next_milestone: clock.nextMilestone,
    created_at: created,
    updated_at: created,
  });
}

/** Met by a meeting that followed, or by news asked in time; paused for some; the others run, their past dates said already. */
function fateOf(file: DemoFile, clock: DatedClock, { hours }: DemoWorld, calendar: WorkingCalendar, dice: Dice): DatedClock {
  const { today, now } = hours;
  if (clock.kind === 'return_to_training') {
    const meeting = file.steps.find((step) => step.twoWay && hours.dayOf(step.at) > clock.startedOn);
    const met = meeting && meetClock(clock, 'interview', hours.dayOf(meeting.at));
    if (met && !('refused' in met)) return met;
  }
  if (clock.kind.startsWith('exit') && clock.dueOn < plusDays(today, 10) && dice.chance(0.8)) {
    const day = plusDays(clock.dueOn, -dice.int(1, 12));
    const met = day <= today ? meetClock(clock, 'follow_up', day) : clock;
    if (!('refused' in met)) return met;
  }
  if (['minor_without_solution', 'contract_after_orientation'].includes(clock.kind) && dice.chance(0.12)) {
    const from = plusDays(clock.startedOn, 1) > today ? today : plusDays(clock.startedOn, 1);
    const paused = pauseClock(clock, { on: from, until: plusDays(today, dice.int(5, 40)), proof: 'medical' }, calendar);
    if (!('refused' in paused)) return paused;
  }
  let running = clock;
  for (let step = stepOf(running, now, today, calendar); step; step = stepOf(running, now, today, calendar)) running = step.clock;
  return running;
}

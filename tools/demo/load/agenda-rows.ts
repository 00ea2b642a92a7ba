import { type Instant, plusDays } from '@relais/domain';
import { idAt } from '../ids';
import { Dice } from '../random';
import { leadOf } from '../region/build-appointments';
import type { DemoWorld } from '../region/generate-region';
import type { DemoPost, Team } from '../region/team';
import type { Row, TableRows } from './tables';

const TITLES = [
  'Atelier CV',
  'Simulation d’entretien',
  'Découverte des métiers',
  'Atelier numérique',
  'Information collective',
  'Atelier mobilité',
];
const HALVES = [
  [540, 720],
  [810, 1020],
] as const;

/** The hours of most professionals, and a collective session of each team in the weeks to come, with people it accompanies. */
export function agendaRows(world: DemoWorld): TableRows {
  const dice = new Dice(`agenda ${world.region}`);
  const said = world.hours.lastOpen(world.hours.now);
  const rows: Record<'availability' | 'group_session' | 'appointment', Row[]> = { availability: [], group_session: [], appointment: [] };
  for (const team of world.network.teams) {
    const meet = team.posts.filter(({ role }) => role === 'counsellor' || role === 'unit_lead');
    for (const post of meet) if (dice.chance(0.85)) rows.availability.push(...hoursOf(post, team, said, dice));
    const host = meet.find(({ known }) => known) ?? meet[0];
    if (host && meet.length > 1) addSession(world, team, host, dice, rows);
  }
  return rows;
}

/** Two half days a day, one afternoon without anybody, one day in another place for some. */
function hoursOf(post: DemoPost, team: Team, said: Instant, dice: Dice): Row[] {
  const [off, away] = [dice.int(1, 5), dice.chance(0.3) ? dice.int(1, 5) : 0];
  return [1, 2, 3, 4, 5].flatMap((weekday) =>
    HALVES.filter((_, half) => weekday !== off || half === 0).map(([from, to]) => ({
      id: idAt(said, dice),
      post_id: post.id,
      weekday,
      from_minute: from,
      to_minute: to,
      place: weekday === away ? 'Permanence en mairie' : team.address,
      created_at: said,
    })),
  );
}

function addSession(world: DemoWorld, team: Team, host: DemoPost, dice: Dice, rows: Record<'group_session' | 'appointment', Row[]>): void {
  const { hours, files } = world;
  const day = hours.plusWorkingDays(plusDays(hours.today, 1), dice.int(0, 8));
  const [startsAt, created] = [hours.at(day, dice.pick([570, 840])), hours.lastOpen(hours.now)];
  const people = dice
    .shuffle(files.filter((file) => file.closedOn === null && leadOf(file).unitId === team.unitId))
    .slice(0, dice.int(3, 7));
  const at = { starts_at: startsAt, minutes: 120, place: team.address, status: 'planned', created_at: created };
  const by = { operator_id: team.operatorId, unit_id: team.unitId, post_id: host.id };
  const id = idAt(created, dice);
  const title = dice.pick(TITLES);
  rows.group_session.push({ id, ...by, title, ...at, capacity: dice.int(8, 12), taken: people.length });
  for (const file of people)
    rows.appointment.push({
      id: idAt(created, dice),
      beneficiary_id: file.id,
      ...by,
      referral_id: null,
      group_session_id: id,
      purpose: title,
      ...at,
      updated_at: created,
    });
}

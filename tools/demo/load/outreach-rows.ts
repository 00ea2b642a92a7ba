import { ageOn, type AttemptChannel, type Instant, millisOf, plusDays, roundOf, silenceLimit, type SupportScheme } from '@relais/domain';
import { idAt } from '../ids';
import { Dice } from '../random';
import type { DemoFile } from '../region/file';
import type { DemoWorld } from '../region/generate-region';
import type { Row, TableRows } from './tables';

const DAY = 86_400_000;
/** One team in so many has somebody who is away, and one in so many somebody who has left. */
const AWAY = 9;
const LEFT = 31;

/** What was tried to find those nobody hears of, who was asked, and who of the professionals is away. */
export function outreachRows(world: DemoWorld): TableRows {
  const rows = { attempt: [] as Row[], sighting: [] as Row[], absence: absences(world) };
  for (const file of world.files) {
    if (file.closedOn !== null || !isSilent(file, world)) continue;
    const dice = new Dice(`outreach of ${file.id}`);
    rows.attempt.push(...attempts(file, world, dice));
    const other = file.supports.find(({ team, closedOn }) => closedOn === null && team.operatorId !== file.team.operatorId);
    if (other && dice.chance(0.3))
      rows.sighting.push({
        id: idAt(file.createdAt, dice),
        beneficiary_id: file.id,
        asker_post_id: file.author.id,
        asker_unit_id: file.team.unitId,
        asked_unit_id: other.team.unitId,
        asked_at: world.hours.at(world.hours.workingDay(plusDays(world.hours.today, -dice.int(1, 4)), -1), 615),
      });
  }
  return rows;
}

function lastHeardOf(file: DemoFile): Instant {
  return file.steps.findLast(({ twoWay }) => twoWay)?.at ?? file.createdAt;
}

function isSilent(file: DemoFile, { hours }: DemoWorld): boolean {
  const minor = ageOn(file.person.birthDate, hours.today) < 18;
  const limit = silenceLimit((file.supports[0]?.scheme ?? 'free') as SupportScheme, minor);
  return millisOf(hours.now) - millisOf(lastHeardOf(file)) > limit * DAY;
}

/** Up to three tries since the last news, by the channels that the round offers. */
function attempts(file: DemoFile, { hours }: DemoWorld, dice: Dice): Row[] {
  const { person, author, team } = file;
  const reach = { preference: person.contactPreference, rule: person.contactRule, unsafe: person.unsafe } as const;
  const known = { phone: person.phone !== null, email: person.email !== null, street: person.street !== '' };
  const made: { channel: AttemptChannel; result: 'no_answer' | 'message_left'; at: Instant }[] = [];
  const since = hours.dayOf(lastHeardOf(file));
  for (let left = dice.int(0, 3); left > 0; left--) {
    const next = roundOf({ ...reach, ...known }, made).find(({ standing }) => standing === 'next')?.channel;
    const day = hours.workingDay(plusDays(hours.today, -dice.int(1, 6) - 6 * left), -1);
    if (next && day > since)
      made.push({ channel: next, result: dice.chance(0.5) ? 'message_left' : 'no_answer', at: hours.slotOn(day, dice) });
  }
  const by = { beneficiary_id: file.id, operator_id: author.operatorId, unit_id: team.unitId, post_id: author.id };
  return made.map((attempt) => ({ id: idAt(attempt.at, dice), ...by, ...attempt, created_at: attempt.at }));
}

/** Professionals whom no demo account plays: some are away for two weeks, a few have left their files behind. */
function absences({ network, hours, region }: DemoWorld): Row[] {
  const dice = new Dice(`absences of ${region}`);
  return network.teams.flatMap((team, index) => {
    const who = team.posts.findLast(({ known, role }) => !known && role === 'counsellor');
    const lead = team.posts.find(({ role }) => role === 'unit_lead') ?? team.posts[0];
    const left = index % LEFT === 5;
    if (!who || !lead || team.posts.length < 3 || (!left && index % AWAY !== 2)) return [];
    const starts = hours.workingDay(plusDays(hours.today, -dice.int(2, 8)), -1);
    const about = { post_id: who.id, unit_id: team.unitId, operator_id: team.operatorId, created_by_post_id: lead.id };
    const why = left
      ? { kind: 'departure', reason: 'moves_on', ends_on: null }
      : { kind: 'absence', reason: 'leave', ends_on: plusDays(hours.today, dice.int(3, 12)) };
    return [{ id: idAt(hours.at(starts, 500), dice), ...about, ...why, starts_on: starts, created_at: hours.at(starts, 500) }];
  });
}

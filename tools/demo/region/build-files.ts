import { plusDays, type CivilDate } from '@relais/domain';
import type { Hours } from '../hours';
import { idAt } from '../ids';
import { drawPerson } from '../people/draw-person';
import { kilometres, type Place } from '../places/place';
import type { Dice } from '../random';
import { threadOf } from '../story/slots';
import { tellStory } from '../story/tell-story';
import type { Diary } from './diary';
import type { DemoFile } from './file';
import type { DemoRegion } from '../demo-region';
import type { DemoPost, Team } from './team';

/** What the files of a region are made from. */
export type FilesPlan = {
  readonly region: DemoRegion;
  readonly teams: readonly Team[];
  readonly places: readonly Place[];
  readonly hours: Hours;
  readonly diary: Diary;
  readonly people: number;
  readonly interviews: number;
};

const SCHEMES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  MISSION_LOCALE: { cej: 42, pacea: 44, free: 14 },
  CEP_REGIONAL: { cep_1: 55, cep_2: 45 },
  FRANCE_TRAVAIL: { cep_1: 60, cep_2: 25, free: 15 },
  CAP_EMPLOI: { cep_1: 70, cep_2: 30 },
  MLDS: { psad: 70, right_to_return: 30 },
  CIO: { free: 78, right_to_return: 12, psad: 10 },
};

/** The files of a region, each with its story; together they hold exactly the number of interviews asked for. */
export function buildFiles(plan: FilesPlan, dice: Dice): DemoFile[] {
  const counts = exchanges(plan.people, plan.interviews, dice.fork('exchanges'));
  const seen = new Set<string>();
  return counts.map((count, index) => buildFile(plan, index + 1, count, seen, dice.fork(`person ${index}`)));
}

/** How many exchanges each person had: many short stories, a few long ones, and the total that was asked for. */
function exchanges(people: number, total: number, dice: Dice): number[] {
  const counts = Array.from({ length: people }, () => 1 + Math.floor(12 * dice.next() ** 1.9));
  let sum = counts.reduce((a, b) => a + b, 0);
  while (sum !== total) {
    const index = dice.int(0, people - 1);
    const count = counts[index] ?? 1;
    if (sum < total && count < 22) sum += (counts[index] = count + 1) - count;
    else if (sum > total && count > 1) sum += (counts[index] = count - 1) - count;
  }
  return counts;
}

/** The team that takes a person in, and where they live: near, more or less. */
export function homeOf(teams: readonly Team[], places: readonly Place[], dice: Dice): { team: Team; place: Place } {
  const shares = new Map<string, number>();
  for (const team of teams) shares.set(team.operatorId, (shares.get(team.operatorId) ?? 0) + team.posts.length);
  const open = teams.filter((team) => team.posts.length > 0);
  const team = dice.weighted(open, (one) => (one.plan.weight * one.posts.length) / (shares.get(one.operatorId) ?? 1));
  const reach = /MISSION|CIO|CHAMBER|INFO/.test(team.plan.kind) ? 16 : 45;
  const place = dice.weighted(places, (one) => one.population * Math.exp(-kilometres(one, team.place) / reach));
  return { team, place };
}

function buildFile(plan: FilesPlan, number: number, count: number, seen: Set<string>, dice: Dice): DemoFile {
  const { hours, teams } = plan;
  const { team, place } = homeOf(teams, plan.places, dice);
  const person = drawPerson(plan.region, team.plan.public, place, hours.today, dice);
  const partner = dice.pick(teams.filter(({ plan: other }) => other !== team.plan && other.sensitive !== true)).plan.shortName;
  const thread = threadOf(person, partnerName(partner), dice);
  const closed = count > 2 && dice.chance(0.17);
  const days = meetingDays(count, closed, hours, dice);
  const first = days[0] as CivilDate;
  const author = dice.weighted(team.posts, (post) => (post.role === 'unit_lead' ? 0.35 : post.known ? 1.35 : 1));
  const ending = closed ? dice.choose({ job: 36, training: 32, moved: 8, silent: 14, own_way: 10 }) : null;
  const steps = tellStory(person, thread, days, author.writing, ending, seen, dice);
  const dated = steps
    .map((step) => {
      const stranger = step.kind !== 'reception' && dice.chance(0.06) ? dice.pick(team.posts) : author;
      return { ...step, post: stranger, at: plan.diary.take(stranger.id, step.day, dice) };
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const createdAt = dated[0]?.at ?? hours.at(first, 600);
  const last = dated[dated.length - 1]?.at ?? createdAt;
  const closedOn = closed ? hours.dayOf(last) : null;
  const unassigned = !closed && dice.chance(0.03);
  const id = idAt(createdAt, dice);
  const lead = unassigned ? { postId: null, unitId: team.unitId } : { postId: author.id, unitId: null };
  return {
    id,
    number,
    person,
    thread,
    team,
    createdAt,
    author,
    closedOn,
    referrals: 0,
    steps: dated.map((step) => ({ ...step, id: idAt(step.at, dice), operatorId: team.operatorId, referralId: null })),
    supports: [
      {
        id: idAt(createdAt, dice),
        team,
        referent: unassigned ? null : author,
        scheme: schemeOf(team.plan.kind, person.age, dice),
        openedOn: hours.dayOf(createdAt),
        closedOn,
        outcome: ending === null ? null : OUTCOMES[ending],
        referralId: null,
      },
    ],
    tenures: [{ ...lead, since: createdAt, until: closed ? last : null }],
  };
}

const OUTCOMES = { job: 'employment', training: 'training', moved: 'moved', silent: 'lost_contact', own_way: 'other' } as const;

/** The scheme of a support: what its operator offers to people of that age. */
export function schemeOf(kind: string, age: number, dice: Dice): string {
  if (kind === 'MISSION_LOCALE' && age > 25) return 'free';
  return dice.choose(SCHEMES[kind] ?? { free: 1 });
}

/** Days of a story, from the first reception to the last news: none in the future, the last ones thinning out for some. */
function meetingDays(count: number, closed: boolean, hours: Hours, dice: Dice): CivilDate[] {
  const silence = closed ? dice.int(5, 260) : dice.chance(0.78) ? dice.int(1, 34) : dice.int(35, 150);
  const pace = dice.int(12, 38);
  const days = new Set<CivilDate>();
  let day = plusDays(hours.today, -silence);
  while (days.size < count) {
    days.add(hours.workingDay(day, -1));
    day = plusDays(day, -Math.max(3, Math.round(pace * (0.4 + 1.2 * dice.next()))));
  }
  return [...days].sort();
}

/** An operator as one says it in a note: with its article. */
export function partnerName(shortName: string): string {
  if (/^France|^Cap|^IJ|^E2C/.test(shortName))
    return shortName === 'E2C' ? 'l’E2C' : shortName === 'IJ Bretagne' || shortName === 'IJ Réunion' ? 'l’Info Jeunesse' : shortName;
  return /^(ML|CMA|MLDS)/.test(shortName) ? `la ${shortName}` : `le ${shortName}`;
}

/** The counsellors and leads of a team, the author of a file first. */
export function handsOf(file: DemoFile): readonly DemoPost[] {
  return [file.author, ...file.team.posts.filter((post) => post !== file.author)];
}

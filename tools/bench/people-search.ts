import type { Client } from 'pg';
import { NAME_VARIANTS } from '../../libs/domain/src/beneficiaries/name-variants.fixture';
import type { Callers } from './callers';
import { cpuBetween, cpuOf } from './cpu';
import { mistyped, type Sample } from './mistyped';
import { type Accuracy, percentile, type Timing } from './report';

type Card = { id: string | null; cardId: string; name: string; birthYear: number };
type Found = { items: Card[] };

const CANDIDATES = '/beneficiary-candidates';
const BOX = '/beneficiary-searches';
const LANES = 4;

/** What the search is measured with. */
export type Bench = { readonly admin: Client; readonly call: Callers; readonly apiPid: number | undefined; readonly runs: number };

/** The candidates of the creation form and the one search box, typed as people type, on people drawn from the region. */
export async function timeSearches(bench: Bench): Promise<Timing[]> {
  const { rows: drawn } = await bench.admin.query<Sample>(
    `select family_name as "familyName", given_name as "givenName", birth_date::text as "birthDate"
     from app.beneficiary tablesample system (3) repeatable (7) where region = '53' order by id limit $1`,
    [bench.runs],
  );
  const typed = drawn.map(mistyped);
  for (const body of typed.slice(0, 40)) await bench.call<Found>(CANDIDATES, body);
  const box = (text: (person: Sample) => string, people: readonly Sample[]): object[] => people.map((person) => ({ text: text(person) }));
  const cases: readonly (readonly [string, string, object[], number])[] = [
    ['candidates: names and birth date, one error', CANDIDATES, typed, 1],
    ['candidates: names only, exact', CANDIDATES, drawn.map(({ familyName, givenName }) => ({ familyName, givenName })), 1],
    ['candidates: names only, one error', CANDIDATES, typed.map(({ familyName, givenName }) => ({ familyName, givenName })), 1],
    ['candidates: family name only', CANDIDATES, drawn.map(({ familyName }) => ({ familyName, givenName: '' })), 1],
    [`candidates: names and birth date, ${LANES} at once`, CANDIDATES, typed, LANES],
    ['box: both names, exact', BOX, box((one) => `${one.givenName} ${one.familyName}`, drawn), 1],
    ['box: both names, one error', BOX, box((one) => `${one.givenName} ${one.familyName}`, typed), 1],
    ['box: family name only', BOX, box((one) => one.familyName, drawn), 1],
    ['box: family name and year', BOX, box((one) => `${one.familyName} ${one.birthDate.slice(0, 4)}`, drawn), 1],
    ['box: first three letters', BOX, box((one) => one.familyName.slice(0, 3), drawn), 1],
    [`box: both names, one error, ${LANES} at once`, BOX, box((one) => `${one.givenName} ${one.familyName}`, typed), LANES],
  ];
  const timings: Timing[] = [];
  for (const [name, path, bodies, lanes] of cases) timings.push(await time(bench, name, path, bodies, lanes));
  return timings;
}

async function time(bench: Bench, name: string, path: string, bodies: object[], lanes: number): Promise<Timing> {
  await bench.admin.query('delete from app.search_pace');
  const before = await cpuOf(bench.admin, bench.apiPid);
  const shares = Array.from({ length: lanes }, (_, lane) => bodies.filter((_body, at) => at % lanes === lane));
  const times = await Promise.all(
    shares.map(async (share) => {
      const own: number[] = [];
      for (const body of share) own.push((await bench.call<Found>(path, body)).ms);
      return own;
    }),
  );
  const after = await cpuOf(bench.admin, bench.apiPid);
  const all = times.flat();
  const [p50 = 0, p95 = 0, p99 = 0] = [50, 95, 99].map((percent) => percentile(all, percent));
  const cpu = cpuBetween(before, after, bench.apiPid, all.length);
  return { name, count: all.length, p50, p95, p99, cpu };
}

/** The sixty variants of the tests, planted in the crowd: found at all, first, and how many of the first three are right. */
export async function measureAccuracy({ admin, call }: Bench): Promise<Accuracy> {
  await admin.query('delete from app.search_pace');
  let [found, first, shown, right] = [0, 0, 0, 0];
  for (const { typed, filed } of NAME_VARIANTS) {
    const { items } = (await call<Found>(CANDIDATES, typed)).body;
    const same = (item: Card): boolean =>
      item.birthYear === Number(filed.birthDate.slice(0, 4)) && item.name.endsWith(`${filed.familyName[0]?.toUpperCase()}.`);
    found += items.some(same) ? 1 : 0;
    first += items[0] && same(items[0]) ? 1 : 0;
    shown += Math.min(items.length, 3);
    right += items.slice(0, 3).some(same) ? 1 : 0;
  }
  const variants = NAME_VARIANTS.length;
  return {
    variants,
    nearMisses: NAME_VARIANTS.flatMap(({ others }) => others).length,
    recall: found / variants,
    first: first / variants,
    precision: right / shown,
  };
}

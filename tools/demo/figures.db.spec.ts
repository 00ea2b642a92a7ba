import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { daysOf, millisOf, quarterOf, toInstant } from '@relais/domain';
import { FiguresApi, FiguresJobs, TakeFigures } from '@relais/server/figures';
import { Clock, KernelModule } from '@relais/server/kernel';
import { apiFor, type Professional, settingsFor, type TestApi, TestClock, testDatabase, type TestDatabase } from '@relais/testing';
import { loadDemo } from './load';
import { generateRegion, type DemoWorld } from './region/generate-region';

// The signed context of the database knows the true time only.
const now = new Clock().now();
const inputs = { region: '53', seed: 'relais', now, people: 300 } as const;

let db: TestDatabase;
let api: TestApi;
let worker: INestApplicationContext;
let manager: Professional;
let world: DemoWorld;

@Module({})
class Worker {}

beforeAll(async () => {
  db = await testDatabase();
  world = generateRegion(inputs);
  await loadDemo({ urls: db.urls, secrets: db.secrets, regions: ['53'], people: inputs.people, now });
  const clock = new TestClock(now);
  const imports = [KernelModule.forWorker({ settings: settingsFor(db), clock }), FiguresJobs];
  worker = await NestFactory.createApplicationContext({ module: Worker, imports }, { logger: false });
  api = await apiFor(db, [FiguresApi], { clock });
  manager = await db.as.regionalManager();
}, 120_000);
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await db?.drop();
});

/** Takes the figures with a threshold of the region's own. */
async function taken(threshold: number, period?: string) {
  await db.arranging('53').rows(
    `insert into app.agreement_setting (region, id, version, valid_from, time_zone, body)
       select region, gen_random_uuid(), version + 1, valid_from, time_zone, body || jsonb_build_object('figuresThreshold', $1::int)
       from app.agreement_setting where region = '53' order by version desc limit 1`,
    [threshold],
  );
  await db.rows(`delete from app.figure where region = '53'`);
  await worker.get(TakeFigures, { strict: false }).execute('53');
  return (
    await api
      .as(manager)
      .get(`/api/figures${period ? `?period=${period}` : ''}`)
      .expect(200)
  ).body;
}

const keyOf = (operatorId: string): string => {
  const operator = world.network.operators.find(({ id }) => id === operatorId);
  return operator?.['sensitive'] ? 'other' : operatorId;
};
const tally = (words: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]));
const sentIn = (period: string) => {
  const { from, until } = daysOf(period as never);
  return world.referrals.filter(({ referral }) => {
    const day = referral.sentAt === null ? '' : world.hours.dayOf(referral.sentAt);
    return day >= from && day < until;
  });
};

describe('the figures of a region, counted another way from the demo before it became rows', () => {
  it('have the same people with an open support, operator by operator', async () => {
    const { caseload } = await taken(1);
    const open = world.files.map((file) => [
      ...new Set(
        file.supports.filter(({ closedOn }) => closedOn === null || closedOn > world.hours.today).map(({ team }) => keyOf(team.operatorId)),
      ),
    ]);
    expect(caseload.total).toBe(open.filter((operators) => operators.length > 0).length);
    expect(Object.fromEntries(caseload.rows.map((row: { operator: string; count: number }) => [row.operator, row.count]))).toEqual(
      tally(open.flat()),
    );
  });

  it('have the same files without a referent', async () => {
    const { unassigned } = await taken(1);
    const queued = world.files.filter((file) => file.closedOn === null && file.tenures.at(-1)?.unitId);
    expect(unassigned.total).toBe(queued.length);
    expect(queued.length).toBeGreaterThan(0);
  });

  it('have the same referrals by pair of operators and state, in each quarter', async () => {
    for (const period of (await taken(1)).periods) {
      const { flow } = (await api.as(manager).get(`/api/figures?period=${period}`).expect(200)).body;
      const told = flow.pairs.flatMap(({ from, to, byStanding }: { from: string; to: string; byStanding: Record<string, number> }) =>
        Object.entries(byStanding).flatMap(([standing, count]) => (count > 0 ? [[`${from} ${to} ${standing}`, count]] : [])),
      );
      expect(Object.fromEntries(told)).toEqual(
        tally(sentIn(period).map(({ referral: r }) => `${keyOf(r.senderOperatorId)} ${keyOf(r.receiverOperatorId)} ${standing(r)}`)),
      );
      expect(flow.sent).toBe(sentIn(period).length);
    }
  });

  it('have the same delays of answers, found by walking every minute', async () => {
    const { period, answerDelays, contactDelays } = await taken(1);
    const sent = sentIn(period);
    const minutes = sent.flatMap(({ log }) => {
      const answer = log.find(({ toStatus, detail }) => ['accepted', 'waitlisted'].includes(toStatus) || detail.closure === 'declined');
      return answer ? [openMinutes(log.filter(({ sequence }) => sequence <= answer.sequence))] : [];
    });
    const [region] = answerDelays;
    expect(region.bands.in_time + region.bands.late).toBe(minutes.length);
    expect(region.bands.waiting).toBe(sent.length - minutes.length);
    expect(region.median).toBe(Math.round(nth(minutes, 0.5) / 48) / 10);
    expect(region.p90).toBe(Math.round(nth(minutes, 0.9) / 48) / 10);
    const days = sent.flatMap(({ referral: { sentAt }, log }) => {
      const met = log.find(({ move }) => move === 'record_contact');
      return met && sentAt ? [(millisOf(met.at) - millisOf(sentAt)) / 86_400_000] : [];
    });
    expect(contactDelays[0].bands.d15).toBe(days.filter((day) => day <= 15).length);
    expect(contactDelays[0].bands.open).toBe(sent.length - days.length);
    expect(contactDelays[0].median).toBe(Math.round(nth(days, 0.5) * 10) / 10);
  });
});

describe('the figures of a region as they are told', () => {
  it('hold no number from one to four, in the answer or in the table', async () => {
    const figures = await taken(5);
    const numbers =
      JSON.stringify({ ...figures.flow, caseload: figures.caseload.rows, total: figures.caseload.total }).match(/:(\d+)/g) ?? [];
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers.filter((number) => [':1', ':2', ':3', ':4'].includes(number))).toEqual([]);
    const stored = await db.rows<{ body: string }>(`select body::text as body from app.figure where region = '53' and key = 'flow'`);
    expect(stored.filter(({ body }) => /: [1-4][,}]/.test(body))).toEqual([]);
  });

  it('do not name an operator that keeps its name to itself', async () => {
    const { operators } = await taken(5);
    const sensitive = world.network.operators.filter(({ sensitive }) => sensitive).map(({ id }) => id);
    expect(sensitive.length).toBeGreaterThan(0);
    expect(operators.filter(({ id }: { id: string }) => sensitive.includes(id))).toEqual([]);
    expect(operators.filter(({ key }: { key: string }) => key === 'other')).toEqual([{ key: 'other', id: null, name: null }]);
  });

  it('are taken once a day, whatever the number of workers', async () => {
    await taken(5);
    const again = await Promise.all([1, 2].map(() => worker.get(TakeFigures, { strict: false }).execute('53')));
    expect(again).toEqual([false, false]);
  });

  it('are read by the roles of the Region alone, each its own region', async () => {
    await taken(5);
    await api
      .as(await db.as.counsellor())
      .get('/api/figures')
      .expect(403);
    await api
      .as(await db.as.unitLead())
      .get('/api/figures')
      .expect(403);
    const elsewhere = await api
      .as(await db.as.regionalManager({ region: '04' }))
      .get('/api/figures')
      .expect(200);
    expect(elsewhere.body).toMatchObject({ period: null, periods: [], caseload: null });
    expect((await api.as(manager).get('/api/figures?period=2019-Q1').expect(200)).body.period).toBe(quarterOf(world.hours.today));
    await api.as(manager).get('/api/figures?period=2026-13').expect(422);
  });
});

function standing(referral: DemoWorld['referrals'][number]['referral']): string {
  const { status, closure } = referral;
  if (status === 'closed') return closure === 'completed' || closure === 'declined' ? closure : 'ended';
  if (['in_progress', 'on_hold', 'cancel_requested', 'result_posted'].includes(status)) return 'in_progress';
  return status === 'accepted' || status === 'waitlisted' ? status : 'waiting';
}

/** Office minutes in which the receiver held the ball, one by one. */
function openMinutes(log: DemoWorld['referrals'][number]['log']): number {
  let minutes = 0;
  log.forEach(({ at, toStatus }, index) => {
    const next = log[index + 1];
    if (!next || (toStatus !== 'sent' && toStatus !== 'received')) return;
    for (let minute = millisOf(at); minute + 60_000 <= millisOf(next.at); minute += 60_000) if (isOffice(minute)) minutes += 1;
  });
  return minutes;
}

const walls = new Map<number, boolean>();
function isOffice(millis: number): boolean {
  const half = Math.floor(millis / 1_800_000);
  let office = walls.get(half);
  if (office === undefined) {
    const at = toInstant(new Date(half * 1_800_000).toISOString());
    const hour = Number(
      new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' }).format(half * 1_800_000),
    );
    walls.set(half, (office = hour >= 9 && hour < 17 && world.hours.isWorkingDay(world.hours.dayOf(at))));
  }
  return office;
}

function nth(numbers: readonly number[], share: number): number {
  return numbers.toSorted((one, other) => one - other)[Math.ceil(numbers.length * share) - 1] ?? NaN;
}

import { once } from 'node:events';
import {
  aBeneficiary,
  anAppointment,
  build,
  type Mortal,
  mortalProgram,
  type Professional,
  testDatabase,
  type TestDatabase,
  WITHOUT_LEAD,
} from '@relais/testing';

const FILES = 250;

let db: TestDatabase;
let aWorker: Mortal;
let away: Professional;
let colleagues: readonly Professional[];

beforeAll(async () => {
  db = await testDatabase();
  aWorker = await mortalProgram('libs/server/continuity/src/packs-at-once.fixture.ts');
  away = await db.as.counsellor();
  colleagues = [await db.as.counsellor({ unitId: away.actor.unitId }), await db.as.counsellor({ unitId: away.actor.unitId })];
}, 120_000);
afterAll(() => db.drop());

const arrange = (sql: string, params: readonly unknown[]): Promise<unknown[]> => db.arranging('53').rows(sql, params);
const posts = (): readonly string[] => [away, ...colleagues].map(({ actor }) => actor.postId);

async function aPack(endsAs: 'comes_back' | 'for_good'): Promise<string> {
  const { postId, unitId, operatorId } = away.actor;
  const of = { post_id: postId, unit_id: unitId, operator_id: operatorId };
  const kind = endsAs === 'comes_back' ? { kind: 'absence', ends_on: '2099-12-31' } : { kind: 'departure', ends_on: null };
  const absence = await build<{ id: string }>(db, 'absence', {
    ...of,
    ...kind,
    reason: 'other',
    starts_on: '2026-01-01',
    created_by_post_id: postId,
  });
  const pack = await build<{ id: string }>(db, 'continuity_pack', {
    ...of,
    absence_id: absence.id,
    ends_as: endsAs,
    receiver_post_ids: colleagues.map(({ actor }) => actor.postId),
    status: 'preparing',
    begins_on: '2026-01-01',
    returns_on: endsAs === 'comes_back' ? '2099-12-31' : null,
    prepared_by_post_id: postId,
    created_at: new Date(),
  });
  return pack.id;
}

/** Starts workers, each to die after so many files (never without a number), and waits until all are gone. */
async function work(...deaths: readonly (number | undefined)[]): Promise<number> {
  const codes = await Promise.all(
    deaths.map(async (after) => {
      const [code] = (await once(aWorker(db, after === undefined ? {} : { DIES_AFTER: String(after) }), 'exit')) as [number | null];
      return code;
    }),
  );
  return codes.filter((code) => code === null).length;
}

const to = (packId: string, status: string): Promise<unknown[]> =>
  arrange(`update app.continuity_pack set status = $2 where region = '53' and id = $1`, [packId, status]);
const counts = async (packId: string): Promise<Record<string, number>> => {
  const rows = await db.rows<{ status: string; n: number }>(
    `select status, count(*)::int as n from app.pack_file where pack_id = $1 group by status`,
    [packId],
  );
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
};

describe('a pack of many files', () => {
  it('goes and comes back although workers are killed in the middle, each file once, and nobody lacked a referent', async () => {
    const { postId } = away.actor;
    for (let n = 0; n < FILES; n++) {
      const person = await aBeneficiary(db, { lead_post_id: postId });
      if (n % 10 === 0) await anAppointment(db, { beneficiary_id: person.id, post_id: postId, starts_at: '2030-01-07T09:00:00Z' });
    }
    const packId = await aPack('comes_back');
    await work(undefined);
    expect(await counts(packId)).toEqual({ waiting: FILES });

    await to(packId, 'moving');
    // One dies in its first hundred, one in its second, and two at once.
    const killed = (await work(40)) + (await work(100)) + (await work(40, 40));
    expect(killed).toBe(4);
    await work(undefined, undefined);
    await work(undefined);
    expect(await counts(packId)).toEqual({ moved: FILES });
    const [went] = await db.rows(
      `select count(*)::int as handovers, count(distinct beneficiary_id)::int as people from app.handover where kind = 'absence'`,
    );
    expect(went).toEqual({ handovers: FILES, people: FILES });

    // Meanwhile some files go elsewhere, some are closed, some come back to life: at the same time as the pack comes back.
    const people = await db.rows<{ id: string }>('select beneficiary_id as id from app.pack_file where pack_id = $1', [packId]);
    await to(packId, 'returning');
    const others = people.slice(0, 60).map(({ id }, n) => {
      const change = n % 3 === 0 ? `status = 'closed'` : `lead_post_id = '${posts()[n % 3] ?? ''}'`;
      return arrange(`update app.beneficiary set ${change} where region = '53' and id = $1`, [id]);
    });
    const [, ...answers] = await Promise.all([
      work(undefined, 60),
      ...others.map((each) =>
        each.then(
          () => true,
          () => false,
        ),
      ),
    ]);
    expect(answers).not.toContain(false);
    await work(undefined);
    const settled = await counts(packId);
    expect((settled['returned'] ?? 0) + (settled['kept'] ?? 0)).toBe(FILES);
    expect(settled['returned'] ?? 0).toBeGreaterThanOrEqual(FILES - 60);
    expect(await db.rows(WITHOUT_LEAD, ['53'])).toEqual([]);
    const [twice] = await db.rows(
      `select count(*)::int as n from (select handover_id, sequence from app.handover_transition group by 1, 2 having count(*) > 1) x`,
    );
    expect(twice).toEqual({ n: 0 });
  }, 180_000);
});

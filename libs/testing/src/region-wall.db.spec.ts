import { createHmac } from 'node:crypto';
import { tenantTables } from '../../../migrations/index';
import { signContext } from '../../server/kernel/src/signed-context';
import { testDatabase, type TestDatabase } from './database';
import { fillEveryTable, type FullRegion } from './every-table';

let db: TestDatabase;
let here: FullRegion;
let there: FullRegion;
const names = tenantTables.map((table) => table.name);

beforeAll(async () => {
  db = await testDatabase({ acrossRegions: true });
  here = await fillEveryTable(db, '53');
  there = await fillEveryTable(db, '04');
});

afterAll(() => db.drop());

const soon = (): number => Math.floor(Date.now() / 1000) + 30;

/** Whether a statement was refused: for want of a right, by a policy, by a rule of the table. */
async function refused(attempt: Promise<unknown>): Promise<string | undefined> {
  return attempt.then(
    () => undefined,
    (error: { code?: string }) => error.code,
  );
}

describe('between two regions', () => {
  it('has a row to try in every table of both regions', async () => {
    const empty: string[] = [];
    for (const name of names) {
      for (const { region } of [here, there]) {
        const [row] = await db.rows(`select 1 from app.${name} where region = $1 limit 1`, [region]);
        if (!row) empty.push(`${name} ${region}`);
      }
    }
    expect(empty).toEqual([]);
  });

  it.each(names)('a professional of Brittany neither reads nor writes %s of La Réunion', async (name) => {
    const rights = await rightsOf('app_rw', name);
    const { professional } = here;
    if (rights.includes('select')) {
      expect(await professional.rows(`select 1 from app.${name} where region = '04'`)).toEqual([]);
      const everywhere = await professional.rows<{ region: string }>(`select distinct region from app.${name}`);
      expect(everywhere.filter(({ region }) => region !== '53')).toEqual([]);
    } else {
      expect(await refused(professional.rows(`select 1 from app.${name} where region = '04'`))).toBe('42501');
    }
    const columns = await columnsOf(name);
    const copy = `insert into app.${name} (${columns}) select ${columns} from jsonb_populate_record(null::app.${name}, $1)`;
    const [row] = await db.rows<{ row: unknown }>(`select to_jsonb(t) as row from app.${name} t where region = '04' limit 1`);
    expect(await refused(professional.rows(copy, [row?.row]))).toBe('42501');
  });

  it.each(names)('the worker in Brittany neither reads nor writes %s of La Réunion', async (name) => {
    const worker = db.working('53');
    const rights = await rightsOf('app_worker', name);
    if (rights.includes('select')) expect(await worker.rows(`select 1 from app.${name} where region = '04'`)).toEqual([]);
    else expect(await refused(worker.rows(`select 1 from app.${name} where region = '04'`))).toBe('42501');
    if (rights.includes('update'))
      expect(await worker.rows(`update app.${name} set region = '53' where region = '04' returning 1`)).toEqual([]);
    if (rights.includes('delete')) expect(await worker.rows(`delete from app.${name} where region = '04' returning 1`)).toEqual([]);
    if (rights.includes('update'))
      expect(await refused(worker.rows(`update app.${name} set region = '04' where region = '53'`))).toBeDefined();
    const columns = await columnsOf(name);
    const [row] = await db.rows<{ row: unknown }>(`select to_jsonb(t) as row from app.${name} t where region = '04' limit 1`);
    const copy = `insert into app.${name} (${columns}) select ${columns} from jsonb_populate_record(null::app.${name}, $1)`;
    expect(await refused(worker.rows(copy, [row?.row]))).toBe('42501');
  });

  it('a partition is closed to everyone, even by its own name', async () => {
    expect(await refused(here.professional.rows('select 1 from part.beneficiary_53'))).toBe('42501');
    expect(await refused(db.working('53').rows('select 1 from part.beneficiary_53'))).toBe('42501');
  });

  it('no reference points to another region', async () => {
    const foreign = db.arranging('53').rows(
      `insert into app.support (region, id, beneficiary_id, operator_id, unit_id, opened_on)
       values ('53', gen_random_uuid(), $1, $2, $3, '2026-01-05')`,
      [there.beneficiaryId, here.professional.actor.operatorId, here.professional.actor.unitId],
    );
    expect(await refused(foreign)).toBe('23503');
  });
});

describe('the signed context', () => {
  const count = `select count(*)::int as seen from app.beneficiary where region = '53'`;

  async function seenWith(context: string | undefined): Promise<unknown> {
    const client = await db.api.connect();
    try {
      await client.query('begin');
      await client.query('set local role app_rw');
      if (context !== undefined) await client.query(`set local app.ctx = '${context}'`);
      return (await client.query<{ seen: number }>(count)).rows[0]?.seen;
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  const claim = (): Parameters<typeof signContext>[1] => {
    const { region, postId, unitId, operatorId, role } = here.professional.actor;
    return { region, post: postId, unit: unitId, operator: operatorId, role };
  };

  it('opens its own region when it is whole and fresh', async () => {
    expect(await seenWith(signContext(db.secrets.contextKey, claim(), soon()))).toBeGreaterThan(0);
  });

  it('yields nothing when it is unset, empty or no context at all', async () => {
    for (const context of [undefined, '', 'x', '53|||||', '|'.repeat(80)]) expect(await seenWith(context)).toBe(0);
  });

  it('yields nothing once it has expired', async () => {
    expect(await seenWith(signContext(db.secrets.contextKey, claim(), soon() - 60))).toBe(0);
  });

  it('yields nothing when it was signed with another key', async () => {
    expect(await seenWith(signContext('ab'.repeat(32), claim(), soon()))).toBe(0);
  });

  it('yields nothing when one part was changed after signing', async () => {
    const whole = signContext(db.secrets.contextKey, { ...claim(), region: '04' }, soon());
    expect(await seenWith(`53${whole.slice(2)}`)).toBe(0);
    expect(await seenWith(signContext(db.secrets.contextKey, claim(), soon()).replace('counsellor', 'unit_lead'))).toBe(0);
  });

  it('yields nothing for a signature of an unpadded or shortened text', async () => {
    const text = `53|||||${soon()}`;
    const signature = createHmac('sha256', Buffer.from(db.secrets.contextKey, 'hex')).update(text).digest('hex');
    expect(await seenWith(`${text}|${signature.slice(0, 32)}`)).toBe(0);
    expect(await seenWith(`${text}${signature}`)).toBe(0);
  });

  it('cannot be widened by words smuggled into a query', async () => {
    const words = `x'; set local app.ctx = '04|||||9999999999|00`;
    const seen = await here.professional.transaction(async (client) => {
      await client.query('select $1::text', [words]);
      await client.query(`set local app.ctx = '04|||||9999999999|${'0'.repeat(64)}'`);
      return (await client.query(`select 1 from app.beneficiary where region = '04'`)).rowCount;
    });
    expect(seen).toBe(0);
  });

  it('ends with its transaction', async () => {
    await here.professional.rows('select 1');
    const client = await db.api.connect();
    const left = await client.query<{ ctx: string | null }>(
      `select nullif(current_setting('app.ctx', true), '') as ctx, current_user::text as who`,
    );
    client.release();
    expect(left.rows[0]).toEqual({ ctx: null, who: 'api_login' });
  });

  it('is refused before it is sent when a part holds an unsafe character', () => {
    expect(() => signContext(db.secrets.contextKey, { ...claim(), role: `x'; reset role; --` }, soon())).toThrow('unsafe context');
    expect(() => signContext(db.secrets.contextKey, { ...claim(), role: 'a|b' }, soon())).toThrow('unsafe context');
  });

  it('does not let a login become another role, nor read its key', async () => {
    const as = async (sql: string): Promise<string | undefined> => refused(db.api.query(sql));
    expect(await as('set role app_worker')).toBe('42501');
    expect(await as('set role app_auth')).toBe('42501');
    expect(await as('set role relais_owner')).toBe('42501');
    expect(await as('select * from sec.context_key')).toBe('42501');
    expect(await as('select * from auth.account')).toBe('42501');
    expect(await as('select * from app.beneficiary')).toBe('42501');
    expect(await refused(here.professional.rows('select * from sec.context_key'))).toBe('42501');
    expect(await refused(here.professional.rows('select password_hash from auth.account'))).toBe('42501');
  });
});

async function columnsOf(table: string): Promise<string> {
  const columns = await db.rows<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [`app.${table}`],
  );
  return columns.map(({ name }) => name).join(', ');
}

async function rightsOf(role: string, table: string): Promise<string[]> {
  const rights = await db.rows<{ verb: string }>(
    `select verb from unnest('{select,insert,update,delete}'::text[]) as verb where has_table_privilege($1, $2, verb)`,
    [role, `app.${table}`],
  );
  return rights.map(({ verb }) => verb);
}

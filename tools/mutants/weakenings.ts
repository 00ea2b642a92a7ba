import type { Client } from 'pg';

/** One wall taken away: its name, the table it protects, and the statement that takes it. */
export type Weakening = { readonly name: string; readonly table: string; readonly sql: string };

type Policy = { readonly table: string; readonly policy: string; readonly uses: boolean; readonly checks: boolean };

const REGION_ALONE = '(region = (select sec.region()))';

/** What a policy of the API asks besides the region; the region itself is held by the catalogue's own tests. */
const POLICIES = `
  select tablename as "table", policyname as policy, qual is not null and qual <> $1 as uses, with_check is not null and with_check <> $1 as checks
  from pg_policies
  where schemaname = 'app' and roles && '{app_rw,app_search}' and tablename in (select relname from pg_class where relnamespace = 'app'::regnamespace and not relispartition)
  order by 1, 2`;

const TRIGGERS = `
  select c.relname as "table", t.tgname as trigger from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where not t.tgisinternal and t.tgparentid = 0 and c.relnamespace = 'app'::regnamespace order by 1, 2`;

const DOORS = `
  select p.proname as door, pg_get_functiondef(p.oid) as body from pg_proc p
  where p.prosecdef and p.pronamespace in ('app'::regnamespace, 'sec'::regnamespace) order by 1`;

/** What a door asks before it answers: a role, the region of the caller, a signature, a date; and what it asks once that is gone. */
const ASKED: readonly (readonly [string, RegExp, string])[] = [
  ['the role', /sec\.role\(\) (?:is distinct from|<>) '\w+'|sec\.role\(\) not in \([^)]*\)/, 'false'],
  ['the region', /\w+(?:\.\w+)? is distinct from sec\.region\(\)/, 'false'],
  ['the signature', /where ctx = body [^;]*'hex'\)/, 'where true'],
  ['the expiry', /split_part\(body, '\|', 6\)::bigint < extract\(epoch from statement_timestamp\(\)\)/, 'false'],
  ['the session’s end', /s\.revoked_at is null/i, 'true'],
  ['the account’s version', /a\.version = session_alive\.account_version/i, 'true'],
  ['the fresh proof', /s\.proven_at > \(now\(\) - make_interval\(mins => session_proven\.minutes\)\)/i, 'true'],
];

/** Every wall of the schema that can be taken away by one statement, read from the catalogue of a migrated database. */
export async function weakenings(client: Client): Promise<readonly Weakening[]> {
  const { rows: policies } = await client.query<Policy>(POLICIES, ['(region = ( SELECT sec.region() AS region))']);
  const { rows: doors } = await client.query<{ door: string; body: string }>(DOORS);
  const { rows: triggers } = await client.query<{ table: string; trigger: string }>(TRIGGERS);
  return [
    ...policies.filter(({ uses, checks }) => uses || checks).map(weaker),
    ...doors.flatMap(({ door, body }) =>
      ASKED.filter(([, asked]) => asked.test(body)).map(([what, asked, instead]) => ({
        name: `${door}: door without ${what}`,
        table: door,
        sql: body.replace(asked, instead),
      })),
    ),
    ...triggers.map(({ table, trigger }) => ({
      name: `${table}: trigger ${trigger}`,
      table,
      sql: `drop trigger ${trigger} on app.${table}`,
    })),
  ];
}

/** Both halves at once: each would still hold what the other lets through. */
function weaker({ table, policy, uses, checks }: Policy): Weakening {
  const clauses = [...(uses ? [`using ${REGION_ALONE}`] : []), ...(checks ? [`with check ${REGION_ALONE}`] : [])];
  return { name: `${table}: policy ${policy}`, table, sql: `alter policy ${policy} on app.${table} ${clauses.join(' ')}` };
}

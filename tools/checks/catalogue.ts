/** One wall of the schema, checked in PostgreSQL's own catalogue, with a fault that the check must see. */
export type CatalogueCheck = {
  /** The rule, as a sentence. */
  readonly rule: string;
  /** A query whose every row is a violation, told in column `fault`. */
  readonly violations: string;
  /** Statements that plant a violation; run by the superuser, rolled back. */
  readonly plant: readonly string[];
};

const TENANT = `select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity from pg_class c
  where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'opened_region'`;
const PARTITION = `select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relacl, c.relowner from pg_class c
  where c.relnamespace = 'part'::regnamespace and c.relkind in ('r', 'p')`;
/** Tables that only the search reads, and never under a policy of the caller: their word indexes are not found by region. */
const READ_BY_CALLERS = `(i.indisunique or has_table_privilege('app_rw', t.oid, 'select') or has_table_privilege('app_worker', t.oid, 'select'))`;
const OURS = `('app', 'part', 'auth', 'sec', 'upkeep', 'deploy', 'public')`;
/** How every policy begins: the region, read once per statement. */
const REGION = String.raw`\(region = \( SELECT sec\.region\(\) AS region\)\)`;
/** A policy's text without what is read once per statement. */
const BARE_POLICY = `select p.tablename, p.policyname, e.text,
    regexp_replace(regexp_replace(e.text,
      '\\( SELECT sec\\.\\w+\\(\\) AS \\w+\\)', '', 'g'), '''[^'']*''::[a-z ]+(\\[\\])?', '', 'g') as bare
  from pg_policies p, lateral (values (p.qual), (p.with_check)) as e (text)
  where p.schemaname = 'app' and e.text is not null and not ('app_search' = any (p.roles))`;

/** Every wall of trust.md §1, 14 that the catalogue can tell; the data map is checked beside it. */
export const catalogueChecks: readonly CatalogueCheck[] = [
  {
    rule: 'every table of the tenants has row security, forced on its owner too',
    violations: `select relname as fault from (${TENANT}) t where not (relrowsecurity and relforcerowsecurity)`,
    plant: ['alter table app.note no force row level security'],
  },
  {
    rule: 'every partition has row security, forced',
    violations: `select relname as fault from (${PARTITION}) t where not (relrowsecurity and relforcerowsecurity)`,
    plant: ['alter table part.note_53 no force row level security'],
  },
  {
    rule: 'no partition has a policy of its own',
    violations: `select tablename as fault from pg_policies where schemaname = 'part'`,
    plant: [`create policy stray on part.note_53 for select to app_rw using (region = (select sec.region()))`],
  },
  {
    rule: 'no partition grants anything to anyone',
    violations: `select t.relname as fault from (${PARTITION}) t, lateral aclexplode(t.relacl) a where a.grantee <> t.relowner`,
    plant: ['grant select on part.beneficiary_53 to app_worker'],
  },
  {
    rule: 'nothing is granted by default',
    violations: `select defaclrole::regrole::text as fault from pg_default_acl d, lateral aclexplode(d.defaclacl) a where a.grantee <> d.defaclrole`,
    plant: ['alter default privileges for role relais_owner in schema app grant select on tables to app_rw'],
  },
  {
    rule: 'every table of the tenants begins with its region, in the C collation',
    violations: `select t.relname as fault from (${TENANT}) t where not exists (select from pg_attribute a join pg_collation l on l.oid = a.attcollation
      where a.attrelid = t.oid and a.attname = 'region' and a.attnum = 1 and a.attnotnull and l.collname = 'C')`,
    plant: ['create table app.stray (id uuid primary key)'],
  },
  {
    rule: 'every key and index begins with the region',
    violations: `select i.indexrelid::regclass::text as fault from pg_index i join (${TENANT}) t on t.oid = i.indrelid
      where pg_get_indexdef(i.indexrelid, 1, true) <> 'region' and ${READ_BY_CALLERS}`,
    plant: ['create index stray on app.goal (beneficiary_id)'],
  },
  {
    rule: 'every reference carries the region',
    violations: `select c.conrelid::regclass || ' ' || c.conname as fault from pg_constraint c join (${TENANT}) t on t.oid = c.conrelid
      where c.contype = 'f' and (select a.attname from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[1]) <> 'region'`,
    plant: [
      'create table app.stray (region text collate "C" not null, id uuid not null, account_id uuid references auth.account, primary key (region, id))',
    ],
  },
  {
    rule: 'every table of the tenants has a policy',
    violations: `select t.relname as fault from (${TENANT}) t where not exists (select from pg_policies p where p.schemaname = 'app' and p.tablename = t.relname)`,
    plant: [
      'create table app.stray (region text collate "C" not null, id uuid not null, primary key (region, id))',
      'alter table app.stray enable row level security',
      'alter table app.stray force row level security',
    ],
  },
  {
    rule: 'every policy begins with the region, and says nothing beside it with or',
    violations: `select p.tablename || '.' || p.policyname as fault from pg_policies p, lateral (values (p.qual), (p.with_check)) as e (text)
      where p.schemaname = 'app' and e.text is not null and not ('app_search' = any (p.roles))
        and e.text !~ '^${REGION}$' and e.text !~ '^\\(${REGION} AND .*\\)$'`,
    plant: [`create policy stray on app.goal for select to app_rw using (status = 'open' or region = (select sec.region()))`],
  },
  {
    rule: 'every policy is permissive: Citus forwards a restrictive one as permissive',
    violations: `select tablename || '.' || policyname as fault from pg_policies where schemaname = 'app' and permissive <> 'PERMISSIVE'`,
    plant: ['create policy stray on app.goal as restrictive for select to app_rw using (region = (select sec.region()))'],
  },
  {
    rule: 'no policy calls a function per row',
    violations: `select tablename || '.' || policyname as fault from (${BARE_POLICY}) b where bare ~ 'sec\\.|current_setting|upkeep\\.'`,
    plant: ['create policy stray on app.goal for select to app_rw using (region = (select sec.region()) and operator_id = sec.operator())'],
  },
  {
    rule: 'no policy casts a column',
    violations: `select tablename || '.' || policyname as fault from (${BARE_POLICY}) b where bare ~ '[\\w)]::'`,
    plant: [`create policy stray on app.goal for select to app_rw using (region = (select sec.region()) and id::text = 'x')`],
  },
  {
    rule: 'no policy asks another table but the two of the walls: a sub-select on a partitioned one is planned over every region',
    violations: `select p.tablename || '.' || p.policyname as fault from pg_policies p, lateral (values (p.qual), (p.with_check)) as e (text)
      where p.schemaname = 'app' and not ('app_search' = any (p.roles))
        and exists (select from regexp_matches(e.text, '(?:FROM|JOIN) \\(*(?:app\\.)?(\\w+)', 'g') m where m[1] not in ('file_access', 'unit_ancestor'))`,
    plant: [
      `create policy stray on app.goal for select to app_rw using (region = (select sec.region())
        and exists (select 1 from app.interview i where i.region = goal.region and i.id = goal.interview_id))`,
    ],
  },
  {
    rule: 'no policy lets everything through, but the one of the search',
    violations: `select schemaname || '.' || tablename as fault from pg_policies
      where (qual = 'true' or with_check = 'true') and not (roles = '{app_search}'::name[])`,
    plant: ['create policy stray on app.goal for select to app_rw using (true)'],
  },
  {
    rule: 'every function that runs as its owner fixes where names are looked up',
    violations: `select p.oid::regprocedure::text as fault from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname in ${OURS} and not coalesce(p.proconfig::text ~ 'search_path=', false)`,
    plant: [
      `create function app.stray() returns int language sql security definer as 'select 1'`,
      'revoke execute on function app.stray() from public',
    ],
  },
  {
    rule: 'no function that runs as its owner is open to everyone',
    violations: `select p.oid::regprocedure::text as fault from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname in ${OURS} and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))`,
    plant: [`create function app.stray() returns int language sql security definer set search_path = pg_catalog as 'select 1'`],
  },
  {
    rule: 'every view runs as its reader, and none keeps a copy',
    violations: `select c.oid::regclass::text as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ${OURS} and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions::text ~ 'security_invoker=(true|on|1)', false))`,
    plant: ['create view app.stray as select region, id from app.goal'],
  },
  {
    rule: 'every index is on types whose comparison tells nothing (leakproof), not on expressions, but that of an exclusion, which only refuses',
    violations: `select i.indexrelid::regclass::text as fault from pg_index i join (${TENANT}) t on t.oid = i.indrelid
      where ${READ_BY_CALLERS} and not i.indisexclusion and (i.indexprs is not null or exists (
        select from unnest(i.indclass::oid[]) k (opclass) join pg_opclass c on c.oid = k.opclass
        join pg_amop o on o.amopfamily = c.opcfamily and o.amoplefttype = c.opcintype and o.amoprighttype = c.opcintype
        join pg_operator op on op.oid = o.amopopr join pg_proc f on f.oid = op.oprcode where not f.proleakproof))`,
    plant: ['create index stray on app.interview (region, themes)'],
  },
  {
    rule: 'every reference has an index',
    violations: `select c.conrelid::regclass || ' ' || pg_get_constraintdef(c.oid) as fault from pg_constraint c join (${TENANT}) t on t.oid = c.conrelid
      where c.contype = 'f' and c.conparentid = 0 and not exists (select from pg_index i where i.indrelid = c.conrelid
        and i.indkey[0] = c.conkey[1] and i.indkey[1] = any (c.conkey[2:])
        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = '(' || (select attname from pg_attribute a
          where a.attrelid = c.conrelid and a.attnum = i.indkey[1]) || ' IS NOT NULL)'))`,
    plant: [
      'alter table app.goal add column stray_id uuid',
      'alter table app.goal add foreign key (region, stray_id) references app.post (region, id)',
    ],
  },
  {
    rule: 'no role of ours passes by row security, nor is a superuser',
    violations: `select rolname as fault from pg_roles where (rolname ~ '^(app_|relais_)' or rolname ~ '_login$') and (rolbypassrls or rolsuper)`,
    plant: ['alter role app_rw bypassrls'],
  },
  {
    rule: 'no role of the running product owns anything, but the search its function',
    violations: `select r.rolname || ' ' || d.classid::regclass || ' ' || d.objid as fault from pg_shdepend d join pg_roles r on r.oid = d.refobjid
      where d.deptype = 'o' and d.dbid in (0, (select oid from pg_database where datname = current_database()))
        and (r.rolname ~ '^app_' or r.rolname ~ '_login$') and not (r.rolname = 'app_search' and d.classid = 'pg_proc'::regclass)`,
    plant: ['alter table app.goal owner to app_rw'],
  },
  {
    rule: 'nobody may create in the public schema',
    violations: `select 'public' as fault from pg_namespace n, lateral aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
      where n.nspname = 'public' and a.privilege_type = 'CREATE' and a.grantee <> n.nspowner`,
    plant: ['grant create on schema public to public'],
  },
  {
    rule: 'every login has its time-outs, and plans anew for each region',
    violations: `select r.rolname || ' ' || s.name as fault from pg_roles r
      cross join (values ('statement_timeout'), ('lock_timeout'), ('idle_in_transaction_session_timeout'), ('plan_cache_mode')) s (name)
      where r.rolname in ('api_login', 'worker_login', 'auth_login')
        and not exists (select from unnest(r.rolconfig) c (setting) where c.setting like s.name || '=%' and c.setting <> s.name || '=0')`,
    plant: ['alter role api_login reset statement_timeout'],
  },
  {
    rule: 'every login may become one role, and inherits nothing but the queue',
    violations: `select m.rolname || ' ' || g.rolname as fault from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
      where m.rolname in ('api_login', 'worker_login', 'auth_login')
        and (m.rolname, g.rolname, a.inherit_option, a.set_option) not in (('api_login', 'app_rw', false, true), ('worker_login', 'app_worker', false, true),
          ('auth_login', 'app_auth', false, true), ('api_login', 'app_jobs', true, false), ('worker_login', 'app_jobs', true, false))`,
    plant: ['grant app_auth to api_login'],
  },
  {
    rule: 'only the accounts role reads accounts; the upkeep follows posts, the gate asks whether a session lives',
    violations: `select c.relname || ' ' || a.grantee::regrole as fault from pg_class c, lateral aclexplode(c.relacl) a
      where c.relnamespace = 'auth'::regnamespace and a.grantee not in (c.relowner, 'app_auth'::regrole)
        and not (a.grantee = 'relais_gate'::regrole and a.privilege_type = 'SELECT' and c.relname in ('account', 'session', 'account_post'))
        and not (a.grantee = 'relais_upkeep'::regrole and a.privilege_type in ('SELECT', 'UPDATE') and c.relname = 'account_post')`,
    plant: ['grant select on auth.account to app_rw'],
  },
];

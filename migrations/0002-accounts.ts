import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who signs in, and from which post: the only data that spans regions, reached by `app_auth` alone. Source: trust.md §3, house.md §9b. */
export class Accounts1763900000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema auth');
    for (const table of TABLES) await runner.query(table);
    await runner.query('grant usage on schema auth to app_auth, relais_gate');
    await runner.query('grant select, insert, update, delete on all tables in schema auth to app_auth');
    await runner.query('grant select on auth.account, auth.session, auth.account_post to relais_gate');
    await this.addGate(runner);
  }

  /** Asked in the first message of each unit of work: a disabled account, a closed session or a changed post counts at once. */
  private async addGate(runner: QueryRunner): Promise<void> {
    await runner.query('set local role relais_key');
    await runner.query('grant create on schema sec to relais_gate');
    await runner.query('set local role relais_gate');
    await runner.query(`
      create function sec.session_alive(session_id uuid, account_version int) returns boolean
      language sql stable security definer set search_path = pg_catalog, pg_temp
      begin atomic
        select exists (
          select 1
          from auth.session s
          join auth.account a on a.id = s.account_id
          join auth.account_post p on p.account_id = s.account_id
          where s.id = session_alive.session_id and s.revoked_at is null and s.expires_at > now()
            and a.active and a.version = session_alive.account_version
            and p.region = sec.region() and p.post_id = sec.post() and p.unit_id = sec.unit()
            and p.operator_id = sec.operator() and p.role = sec.role() and p.active
        );
      end`);
    await runner.query('revoke execute on function sec.session_alive(uuid, int) from public');
    await runner.query('grant execute on function sec.session_alive(uuid, int) to app_rw');
    await runner.query('set local role relais_key');
    await runner.query('revoke create on schema sec from relais_gate');
    await runner.query('set local role relais_owner');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

const TABLES = [
  `create table auth.account (
    id uuid primary key,
    email text collate "C" not null unique check (email = lower(email)),
    password_hash text,
    given_name text not null,
    family_name text not null,
    locale text not null default 'fr' check (locale in ('fr', 'en')),
    active boolean not null default true,
    version int not null default 1,
    created_at timestamptz not null default now()
  )`,
  `create table auth.account_post (
    account_id uuid not null references auth.account,
    region text collate "C" not null,
    post_id uuid not null,
    staff_id uuid not null,
    unit_id uuid not null,
    operator_id uuid not null,
    operator_name text not null,
    unit_name text not null,
    title text not null default '',
    role text not null,
    active boolean not null default true,
    primary key (account_id, region, post_id),
    unique (region, post_id)
  )`,
  `create table auth.session (
    id uuid primary key,
    account_id uuid not null references auth.account,
    region text collate "C" not null,
    post_id uuid not null,
    transport text not null default 'bearer' check (transport in ('bearer', 'cookie')),
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz,
    revoked_for text
  )`,
  'create index on auth.session (account_id) where revoked_at is null',
  'create index on auth.session (expires_at)',
  `create table auth.refresh_token (
    id uuid primary key,
    session_id uuid not null references auth.session on delete cascade,
    token_hash text collate "C" not null unique,
    issued_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz,
    replaced_by uuid
  )`,
  'create index on auth.refresh_token (session_id)',
  `create table auth.throttle (
    key text collate "C" primary key,
    failures int not null default 0,
    last_failure_at timestamptz not null default now(),
    blocked_until timestamptz
  )`,
  `create table auth.demo_account (
    email text collate "C" primary key,
    password text not null,
    region text collate "C" not null,
    operator text not null,
    role text not null
  )`,
];

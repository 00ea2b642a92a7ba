import type { MigrationInterface, QueryRunner } from 'typeorm';

const READERS = 'app_rw, app_worker, app_search, app_transfer, app_figures, relais_upkeep, relais_gate, relais_owner';

/** Schemas, the signed region context, and the list of open regions. Source: trust.md §1, 3–5. */
export class Foundations1763900000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('set local role relais_key');
    await runner.query('create schema sec');
    await runner.query(`grant usage on schema sec to ${READERS}, app_auth`);
    await runner.query(`
      create table sec.context_key (
        id smallint primary key,
        inner_pad bytea not null check (octet_length(inner_pad) = 64),
        outer_pad bytea not null check (octet_length(outer_pad) = 64)
      )`);
    // HMAC-SHA-256 by its definition: sha256(outer || sha256(inner || text)). Anything unset, forged or expired reads as nothing.
    await runner.query(`
      create function sec.part(n int) returns text
      language plpgsql stable parallel safe security definer set search_path = pg_catalog, pg_temp as $$
      declare
        ctx text := current_setting('app.ctx', true);
        body text;
      begin
        if ctx is null or length(ctx) < 70 then return null; end if;
        body := left(ctx, -65);
        if not exists (select from sec.context_key k
          where ctx = body || '|' || encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(body, 'UTF8'))), 'hex')) then
          return null;
        end if;
        if split_part(body, '|', 6)::bigint < extract(epoch from statement_timestamp()) then return null; end if;
        return nullif(split_part(body, '|', n), '');
      end $$`);
    for (const [name, type, place] of PARTS) {
      await runner.query(
        `create function sec.${name}() returns ${type} language sql stable parallel safe return sec.part(${place})::${type}`,
      );
    }
    await runner.query('revoke execute on all functions in schema sec from public');
    await runner.query(`grant execute on all functions in schema sec to ${READERS}`);

    await runner.query('set local role relais_upkeep');
    await runner.query('create schema upkeep');
    await runner.query('grant usage on schema upkeep to relais_owner');

    await runner.query('set local role relais_owner');
    await runner.query('create schema app');
    await runner.query('create schema part');
    await runner.query('grant usage on schema app to app_rw, app_worker, app_search, app_transfer, app_figures, relais_upkeep');
    await runner.query(`
      create table app.opened_region (
        region text collate "C" primary key,
        opened_at timestamptz not null default now()
      )`);
    await runner.query('grant select on app.opened_region to app_rw, app_worker');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

const PARTS = [
  ['region', 'text', 1],
  ['post', 'uuid', 2],
  ['unit', 'uuid', 3],
  ['operator', 'uuid', 4],
  ['role', 'text', 5],
] as const;

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addUpkeep } from './tables/upkeep';

/** A code from a telephone beside the password, and a proof of presence before what could hurt. Source: trust.md §3. */
export class SecondFactor1763900000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table auth.account add column totp_key bytea, add column totp_sealed bytea, add column totp_next_sealed bytea,
      add column totp_confirmed_at timestamptz, add column totp_last_step bigint not null default 0,
      add check ((totp_confirmed_at is null) = (totp_sealed is null)), add check (totp_key is not null or totp_sealed is null)`);
    await runner.query(`create table auth.recovery_code (
      account_id uuid not null references auth.account, code_hash text collate "C" not null, used_at timestamptz,
      primary key (account_id, code_hash))`);
    await runner.query('grant select, insert, update, delete on auth.recovery_code to app_auth');
    await runner.query(`alter table auth.session add column strong boolean not null default false,
      add column proven_at timestamptz not null default now(), add column agent text not null default ''`);
    await runner.query('alter table auth.demo_account add column totp_secret text');
    await runner.query('alter table app.operator add column asks_code boolean not null default false');
    await runner.query('alter table auth.account_post add column asks_code boolean not null default false');
    await addUpkeep(runner, 'follow_code', FOLLOW_CODE);
    await runner.query(
      'create trigger follow_code after update of asks_code on app.operator for each row execute function upkeep.follow_code()',
    );
    await this.addProof(runner);
  }

  /** Whether the session of a request proved who it is within the last minutes. */
  private async addProof(runner: QueryRunner): Promise<void> {
    await runner.query('set local role relais_key');
    await runner.query('grant create on schema sec to relais_gate');
    await runner.query('set local role relais_gate');
    await runner.query(`
      create function sec.session_proven(session_id uuid, minutes int) returns boolean
      language sql stable security definer set search_path = pg_catalog, pg_temp
      begin atomic
        select exists (
          select 1 from auth.session s
          where s.id = session_proven.session_id and s.post_id = sec.post() and s.revoked_at is null
            and s.proven_at > now() - make_interval(mins => session_proven.minutes)
        );
      end`);
    await runner.query('revoke execute on function sec.session_proven(uuid, int) from public');
    await runner.query('grant execute on function sec.session_proven(uuid, int) to app_rw');
    await runner.query('set local role relais_key');
    await runner.query('revoke create on schema sec from relais_gate');
    await runner.query('set local role relais_owner');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

const FOLLOW_CODE = `
  begin
    update auth.account_post p set asks_code = new.asks_code where p.region = new.region and p.operator_id = new.id;
    return null;
  end`;

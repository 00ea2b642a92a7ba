import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addTrigger, addUpkeep, letUpkeep } from './tables/upkeep';

/** A session may wait for its post to be chosen, acts as one post at a time, and ends with the post. */
export class Sessions1763900000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table auth.session alter column region drop not null, alter column post_id drop not null');
    await runner.query('alter table auth.session add check ((region is null) = (post_id is null))');
    await runner.query('alter table auth.account_post add column until date, add column last_used_at timestamptz');
    await this.followPosts(runner);
    await this.renewGate(runner);
    await runner.query('alter table app.unit add column usual_answer_days float8');
  }

  /** What signing in reads of a post follows the post: its end, its role, its place and their names. */
  private async followPosts(runner: QueryRunner): Promise<void> {
    await runner.query('grant usage on schema auth to relais_upkeep');
    await runner.query('grant select, update on auth.account_post to relais_upkeep');
    await letUpkeep(runner, { operator: 'select' });
    await addUpkeep(runner, 'follow_post', FOLLOW_POST);
    await addTrigger(runner, 'post', 'after update of active, until, role, title, unit_id, operator_id', 'follow_post');
    await addUpkeep(runner, 'follow_name', FOLLOW_NAME);
    for (const table of ['unit', 'operator']) await addTrigger(runner, table, 'after update of name', 'follow_name');
  }

  private async renewGate(runner: QueryRunner): Promise<void> {
    await runner.query('set local role relais_key');
    await runner.query('grant create on schema sec to relais_gate');
    await runner.query('set local role relais_gate');
    await runner.query(`
      create or replace function sec.session_alive(session_id uuid, account_version int) returns boolean
      language sql stable security definer set search_path = pg_catalog, pg_temp
      begin atomic
        select exists (
          select 1
          from auth.session s
          join auth.account a on a.id = s.account_id
          join auth.account_post p on p.account_id = s.account_id and p.region = s.region and p.post_id = s.post_id
          where s.id = session_alive.session_id and s.revoked_at is null and s.expires_at > now()
            and a.active and a.version = session_alive.account_version
            and p.region = sec.region() and p.post_id = sec.post() and p.unit_id = sec.unit()
            and p.operator_id = sec.operator() and p.role = sec.role()
            and p.active and (p.until is null or p.until >= current_date)
        );
      end`);
    await runner.query('set local role relais_key');
    await runner.query('revoke create on schema sec from relais_gate');
    await runner.query('set local role relais_owner');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

const FOLLOW_POST = `
  begin
    update auth.account_post p
    set active = new.active, until = new.until, role = new.role, title = new.title, unit_id = new.unit_id, operator_id = new.operator_id
    where p.region = new.region and p.post_id = new.id;
    if new.unit_id = old.unit_id then return null; end if;
    update auth.account_post p
    set unit_name = u.name, operator_name = o.name
    from app.unit u join app.operator o on o.region = u.region and o.id = u.operator_id
    where p.region = new.region and p.post_id = new.id and u.region = new.region and u.id = new.unit_id;
    return null;
  end`;

const FOLLOW_NAME = `
  begin
    if tg_table_name like 'unit%' then
      update auth.account_post p set unit_name = new.name where p.region = new.region and p.unit_id = new.id;
    else
      update auth.account_post p set operator_name = new.name where p.region = new.region and p.operator_id = new.id;
    end if;
    return null;
  end`;

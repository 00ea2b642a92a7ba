import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fileOpen, ME, MY_OPERATOR, MY_UNIT, myTree } from './tables/clauses';
import { addTrigger, addUpkeep, letUpkeep } from './tables/upkeep';

/**
 * A policy that asks another partitioned table loses the literal region: its sub-select is planned over every region. So what a policy
 * must know of another row is kept on the row itself, by triggers; policies only ask the two small tables of the walls.
 */
export class LiteralRegions1763900000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.notes(runner);
    await this.goalsAndActions(runner);
    await this.transitions(runner);
    await this.supports(runner);
  }

  /** A note knows whether its interview is sealed. */
  private async notes(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.note add column sealed boolean not null default false');
    await letUpkeep(runner, { note: 'select, update' });
    await addUpkeep(runner, 'place_note', PLACE_NOTE);
    await addTrigger(runner, 'note', 'before insert', 'place_note');
    await addUpkeep(runner, 'seal_notes', SEAL_NOTES);
    await addTrigger(runner, 'interview', 'after update of status', 'seal_notes');
    await runner.query(`alter policy sees on app.note using (region = sec.region() and (${told('note', '')}))`);
    await runner.query(`alter policy removes on app.note using (region = sec.region() and (author_post_id = ${ME} and not sealed))`);
  }

  /** A goal or an action made from a note knows who may read that note. */
  private async goalsAndActions(runner: QueryRunner): Promise<void> {
    await letUpkeep(runner, { goal: 'select, update', action: 'select, update' });
    await addUpkeep(runner, 'place_from_note', PLACE_FROM_NOTE);
    for (const table of ['goal', 'action']) {
      await runner.query(`alter table app.${table} add column note_author_post_id uuid, add column note_unit_id uuid,
        add column note_audience text, add column note_sealed boolean`);
      await addTrigger(runner, table, 'before insert or update of note_id', 'place_from_note');
      const seen = `note_audience is null and ${fileOpen(table)} or ${told(table, 'note_')}`;
      await runner.query(`alter policy sees on app.${table} using (region = sec.region() and (${seen}))`);
      await runner.query(`alter policy changes on app.${table} using (region = sec.region() and (${seen}))
        with check (region = sec.region() and (${seen}))`);
    }
    await addUpkeep(runner, 'tell_from_note', TELL_FROM_NOTE);
    await addTrigger(runner, 'note', 'after update of audience, sealed', 'tell_from_note');
  }

  /** A row of the log knows both sides of its referral. */
  private async transitions(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.referral_transition add column beneficiary_id uuid, add column sender_unit_id uuid,
      add column receiver_unit_id uuid`);
    await addUpkeep(runner, 'place_transition', PLACE_TRANSITION);
    await addTrigger(runner, 'referral_transition', 'before insert', 'place_transition');
    const sender = myTree('referral_transition', 'sender_unit_id');
    const receiver = myTree('referral_transition', 'receiver_unit_id');
    const left = `(from_status not in ('draft', 'held') or to_status = 'sent')`;
    await runner.query(`alter policy sees on app.referral_transition
      using (region = sec.region() and (${sender} or ${left} and (${receiver} or ${fileOpen('referral_transition')})))`);
    await runner.query(`alter policy adds on app.referral_transition with check (region = sec.region()
      and ((actor_post_id = ${ME} or actor_post_id is null and actor_kind = 'person') and (${sender} or ${receiver})))`);
    await runner.query('drop policy sees on app.referral_reminder');
    await runner.query('revoke select on app.referral_reminder from app_rw');
  }

  /** Who may begin a support is asked once, as it begins. */
  private async supports(runner: QueryRunner): Promise<void> {
    await letUpkeep(runner, { link_request: 'select' });
    await addUpkeep(runner, 'may_begin', MAY_BEGIN);
    await addTrigger(runner, 'support', 'before insert', 'may_begin');
    await runner.query(`alter policy adds on app.support
      with check (region = sec.region() and (operator_id = ${MY_OPERATOR} and unit_id = ${MY_UNIT} or ${fileOpen('support')}))`);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

/**
 * Who reads a note: its author as long as the file is open; once sealed, its audience among those who accompany the person. Hierarchy
 * alone opens no note; opposition closes what operators share.
 */
function told(table: string, prefix: string): string {
  const [author, unit, audience, sealed] = ['author_post_id', 'unit_id', 'audience', 'sealed'].map((column) => prefix + column);
  const accompanied = fileOpen(table).replace(/\)$/, ` and a.basis <> 'hierarchy')`);
  const within = `${audience} = 'team' and ${unit} = ${MY_UNIT} or ${audience} in ('operator', 'network', 'person') and operator_id = ${MY_OPERATOR}`;
  return `${author} = ${ME} and ${fileOpen(table)} or ${sealed} and ((${within}) and ${accompanied}
    or ${audience} in ('network', 'person') and ${accompanied.replace(/\)$/, ' and a.network)')})`;
}

const PLACE_NOTE = `
  begin
    new.sealed := exists (select from app.interview i where i.region = new.region and i.id = new.interview_id and i.status = 'sealed');
    return new;
  end`;

const SEAL_NOTES = `
  begin
    update app.note n set sealed = new.status = 'sealed'
    where n.region = new.region and n.interview_id = new.id and n.sealed <> (new.status = 'sealed');
    return null;
  end`;

const PLACE_FROM_NOTE = `
  begin
    new.note_author_post_id := null; new.note_unit_id := null; new.note_audience := null; new.note_sealed := null;
    if new.note_id is not null then
      select n.author_post_id, n.unit_id, n.audience, n.sealed
      into new.note_author_post_id, new.note_unit_id, new.note_audience, new.note_sealed
      from app.note n where n.region = new.region and n.id = new.note_id;
    end if;
    return new;
  end`;

const TELL_FROM_NOTE = `
  begin
    update app.goal g set note_audience = new.audience, note_sealed = new.sealed where g.region = new.region and g.note_id = new.id;
    update app.action a set note_audience = new.audience, note_sealed = new.sealed where a.region = new.region and a.note_id = new.id;
    return null;
  end`;

const PLACE_TRANSITION = `
  begin
    select r.beneficiary_id, r.sender_unit_id, r.receiver_unit_id into new.beneficiary_id, new.sender_unit_id, new.receiver_unit_id
    from app.referral r where r.region = new.region and r.id = new.referral_id;
    return new;
  end`;

/**
 * A unit begins its own support for a file it sees or leads, after its request for a link was granted, or for a referral it received;
 * one who sees the file may also open it to a unit whose request was granted. The worker and bulk loads act for nobody.
 */
const MAY_BEGIN = `
  begin
    if sec.post() is null then return new; end if;
    if new.unit_id = sec.unit() and (
      exists (select from app.file_access a where a.region = new.region and a.beneficiary_id = new.beneficiary_id
        and a.grantee_id in (sec.unit(), sec.post()) and (a.expires_at is null or a.expires_at > now()))
      or exists (select from app.beneficiary b where b.region = new.region and b.id = new.beneficiary_id
        and (b.lead_post_id = sec.post() or b.lead_unit_id = sec.unit()))
      or exists (select from app.referral r where r.region = new.region and r.beneficiary_id = new.beneficiary_id
        and r.receiver_unit_id = new.unit_id and r.status not in ('draft', 'held', 'closed')))
      or exists (select from app.link_request l where l.region = new.region and l.beneficiary_id = new.beneficiary_id
        and l.requester_unit_id = new.unit_id and l.status = 'granted') then
      return new;
    end if;
    raise exception 'this file is not open to this unit' using errcode = 'insufficient_privilege', constraint = 'may_begin';
  end`;

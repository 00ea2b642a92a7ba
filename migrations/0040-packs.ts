import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ME, myTree } from './tables/clauses';
import { addTrigger, addUpkeep, letUpkeep } from './tables/upkeep';

/**
 * Who may open a pack is kept on the pack itself: asking the referral from the policy planned four tables' policies for each read
 * (11 ms, now 1). The sender always may; the receiver from the moment somebody claimed it, until the sender takes it back.
 */
export class Packs1763900000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.packet add column sender_unit_id uuid, add column readable boolean not null default false');
    await runner.query('alter table app.packet add foreign key (region, sender_unit_id) references app.unit (region, id)');
    await runner.query('create index on app.packet (region, sender_unit_id)');
    await runner.query('drop trigger append_only on app.packet');
    await letUpkeep(runner, { packet: 'select, update' });

    await addUpkeep(runner, 'place_pack', PLACE_PACK);
    await addTrigger(runner, 'packet', 'before insert', 'place_pack');
    await addUpkeep(runner, 'keep_pack', KEEP_PACK);
    await addTrigger(runner, 'packet', 'before update or delete', 'keep_pack');
    await addUpkeep(runner, 'open_pack', OPEN_PACK);
    await addTrigger(runner, 'referral', 'after update of status, closure', 'open_pack');

    const sender = myTree('packet', 'sender_unit_id');
    await runner.query(`alter policy sees on app.packet
      using (region = sec.region() and (${sender} or readable and ${myTree('packet', 'audience_unit_id')}))`);
    await runner.query(`alter policy adds on app.packet with check (region = sec.region() and (author_post_id = ${ME} and ${sender}))`);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

const READABLE = `r.status not in ('draft', 'held', 'sent')
  and (r.closure is null or r.closure not in ('withdrawn', 'expired', 'rerouted', 'superseded', 'error'))`;

/** The sender and the state are those of the referral, whatever the writer says. */
const PLACE_PACK = `
  begin
    select r.sender_unit_id, ${READABLE} into new.sender_unit_id, new.readable
    from app.referral r where r.region = new.region and r.id = new.referral_id;
    return new;
  end`;

/** A pack is frozen: only who may open it follows the referral. */
const KEEP_PACK = `
  begin
    if tg_op = 'DELETE' or to_jsonb(new) - 'readable' is distinct from to_jsonb(old) - 'readable' then
      raise exception 'a pack is only added to' using errcode = 'check_violation', constraint = 'append_only';
    end if;
    return new;
  end`;

const OPEN_PACK = `
  begin
    update app.packet p set readable = ${READABLE}
    from app.referral r
    where p.region = new.region and p.referral_id = new.id and r.region = new.region and r.id = new.id
      and p.readable is distinct from (${READABLE});
    return null;
  end`;

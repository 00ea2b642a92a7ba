import type { MigrationInterface, QueryRunner } from 'typeorm';
import { myTree } from './tables/clauses';
import { regionPolicy } from './tables/tenant-table';
import { addTrigger, addUpkeep } from './tables/upkeep';
import { withRows } from './tables/with-rows';

/** A reminder given before the referral left is the sender's own. */
const LEFT = `milestone not in ('held_alert', 'held_lapse')`;

/**
 * Both sides of a referral read which reminders were given, and cannot write them. As for the log, a row knows both sides of its
 * referral, so that the policy asks no other partitioned table.
 */
export class RemindersTold1763900000193 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.referral_reminder add column sender_unit_id uuid, add column receiver_unit_id uuid');
    await withRows(runner, ['referral', 'referral_reminder'], () => this.placeGiven(runner));
    await addUpkeep(runner, 'place_reminder', PLACE_REMINDER);
    await addTrigger(runner, 'referral_reminder', 'before insert', 'place_reminder');
    const [sender, receiver] = [myTree('referral_reminder', 'sender_unit_id'), myTree('referral_reminder', 'receiver_unit_id')];
    const using = `${sender} or ${LEFT} and ${receiver}`;
    await runner.query(regionPolicy('sees', 'referral_reminder', 'select', 'app_rw', { using }));
    await runner.query('grant select on app.referral_reminder to app_rw');
  }

  private async placeGiven(runner: QueryRunner): Promise<void> {
    await runner.query(`update app.referral_reminder m set sender_unit_id = r.sender_unit_id, receiver_unit_id = r.receiver_unit_id
      from app.referral r where r.region = m.region and r.id = m.referral_id`);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

const PLACE_REMINDER = `
  begin
    select r.sender_unit_id, r.receiver_unit_id into new.sender_unit_id, new.receiver_unit_id
    from app.referral r where r.region = new.region and r.id = new.referral_id;
    return new;
  end`;

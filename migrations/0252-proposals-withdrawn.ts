import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fileOpen, ME } from './tables/clauses';

const STATES = ['proposed', 'refused', 'withdrawn', 'merging', 'merged', 'undoing', 'undone', 'stopped'];
const mine = `proposed_by_post_id = ${ME}`;
const kept = fileOpen('file_merge', 'survivor_id');
const wall = (visible: string): string => `(region = (select sec.region()) and (${visible}))`;

/** Whoever proposed that two files become one takes it back, even when the file has been closed to them since. Source: domain.md §5. */
export class ProposalsWithdrawn1763900000252 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.file_merge drop constraint file_merge_status_check');
    await runner.query(`alter table app.file_merge add constraint file_merge_status_check
      check (status in (${STATES.map((state) => `'${state}'`).join(', ')}))`);
    const [policy] = (await runner.query(
      `select polname as name from pg_policy where polrelid = 'app.file_merge'::regclass and polcmd = 'w' and polname <> 'upkeep'`,
    )) as { name: string }[];
    if (!policy) throw new Error('nobody may answer a merge');
    await runner.query(`alter policy ${policy.name} on app.file_merge using ${wall(`${mine} or ${kept}`)}
      with check ${wall(`${kept} or ${mine} and status = 'withdrawn'`)}`);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { withRows } from './tables/with-rows';

/** Two act for a while, never for ever: handovers that already wait for a first contact get the day on which that ends. */
export class OverlapsEnd1763900000203 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await withRows(runner, ['handover'], async () => {
      await runner.query(`update app.handover set due_at = greatest(status_since + interval '60 days', now() + interval '14 days', effective_on)
        where status = 'overlap' and kind = 'redirect' and first_contact_at is null and due_at is null`);
    });
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

import type { Id, Instant, RegionCode } from '@relais/domain';
import { IdColumn, InstantColumn, RegionColumn } from '@relais/server/kernel';
import { Column, Entity } from 'typeorm';
import type { ActionStatus } from './statuses';

/** Of an action, what ticking it reads and changes. */
@Entity({ schema: 'app', name: 'action' })
export class ActionEntity {
  @RegionColumn()
  region!: RegionCode;

  @IdColumn()
  id!: Id;

  @Column({ type: 'uuid', name: 'beneficiary_id' })
  beneficiaryId!: Id;

  @Column({ type: 'text' })
  status!: ActionStatus;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @InstantColumn('done_at', { nullable: true })
  doneAt!: Instant | null;

  @InstantColumn('updated_at')
  updatedAt!: Instant;

  @Column({ type: 'int' })
  version!: number;
}

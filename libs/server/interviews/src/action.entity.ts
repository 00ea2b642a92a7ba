import type { ActionOwner, ActionStatus, CivilDate, Id, Instant, RegionCode } from '@relais/domain';
import { CivilDateColumn, IdColumn, InstantColumn, RegionColumn } from '@relais/server/kernel';
import { Column, Entity } from 'typeorm';

@Entity({ schema: 'app', name: 'action' })
export class ActionEntity {
  @RegionColumn()
  region!: RegionCode;

  @IdColumn()
  id!: Id;

  @Column({ type: 'uuid', name: 'beneficiary_id' })
  beneficiaryId!: Id;

  @Column({ type: 'uuid', name: 'goal_id', nullable: true })
  goalId!: Id | null;

  @Column({ type: 'uuid', name: 'operator_id' })
  operatorId!: Id;

  @Column({ type: 'text' })
  words!: string;

  @Column({ type: 'text' })
  owner!: ActionOwner;

  @Column({ type: 'uuid', name: 'owner_post_id', nullable: true })
  ownerPostId!: Id | null;

  @Column({ type: 'uuid', name: 'owner_unit_id', nullable: true })
  ownerUnitId!: Id | null;

  @CivilDateColumn('due_on', { nullable: true })
  dueOn!: CivilDate | null;

  @Column({ type: 'text' })
  status!: ActionStatus;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @CivilDateColumn('postponed_from', { nullable: true })
  postponedFrom!: CivilDate | null;

  @Column({ type: 'text', name: 'postponed_because', nullable: true })
  postponedBecause!: string | null;

  @Column({ type: 'int' })
  place!: number;

  @InstantColumn('done_at', { nullable: true })
  doneAt!: Instant | null;

  @InstantColumn('created_at')
  createdAt!: Instant;

  @InstantColumn('updated_at')
  updatedAt!: Instant;

  @Column({ type: 'int' })
  version!: number;
}

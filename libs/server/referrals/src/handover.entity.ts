import type { Handover, HandoverKind, HandoverState, Id, Instant, RegionCode } from '@relais/domain';
import { IdColumn, InstantColumn, RegionColumn } from '@relais/server/kernel';
import { Column, Entity } from 'typeorm';

@Entity({ schema: 'app', name: 'handover' })
export class HandoverEntity implements Handover {
  @RegionColumn()
  region!: RegionCode;

  @IdColumn()
  id!: Id;

  @Column({ type: 'uuid', name: 'beneficiary_id' })
  beneficiaryId!: Id;

  @Column({ type: 'uuid', name: 'referral_id', nullable: true })
  referralId!: Id | null;

  @Column({ type: 'text' })
  kind!: HandoverKind;

  @Column({ type: 'text' })
  status!: HandoverState;

  @InstantColumn('status_since')
  statusSince!: Instant;

  @Column({ type: 'uuid', name: 'from_post_id', nullable: true })
  fromPostId!: Id | null;

  @Column({ type: 'uuid', name: 'from_unit_id' })
  fromUnitId!: Id;

  @Column({ type: 'uuid', name: 'to_post_id', nullable: true })
  toPostId!: Id | null;

  @Column({ type: 'uuid', name: 'to_unit_id' })
  toUnitId!: Id;

  @InstantColumn('effective_on', { nullable: true })
  effectiveOn!: Instant | null;

  @InstantColumn('first_contact_at', { nullable: true })
  firstContactAt!: Instant | null;

  @InstantColumn('effective_at', { nullable: true })
  effectiveAt!: Instant | null;

  @InstantColumn('warm_until', { nullable: true })
  warmUntil!: Instant | null;

  @InstantColumn('due_at', { nullable: true })
  dueAt!: Instant | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'uuid', name: 'proposed_by_post_id', nullable: true })
  proposedByPostId!: Id | null;

  @Column({ type: 'int' })
  sequence!: number;

  @InstantColumn('created_at')
  createdAt!: Instant;

  @InstantColumn('updated_at')
  updatedAt!: Instant;

  @Column({ type: 'int' })
  version!: number;
}

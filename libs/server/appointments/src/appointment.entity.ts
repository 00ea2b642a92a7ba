import type { Id, Instant, RegionCode } from '@relais/domain';
import { IdColumn, InstantColumn, RegionColumn } from '@relais/server/kernel';
import { Column, Entity } from 'typeorm';
import type { AppointmentStatus } from '@relais/domain';

@Entity({ schema: 'app', name: 'appointment' })
export class AppointmentEntity {
  @RegionColumn()
  region!: RegionCode;

  @IdColumn()
  id!: Id;

  @Column({ type: 'uuid', name: 'beneficiary_id' })
  beneficiaryId!: Id;

  @Column({ type: 'uuid', name: 'operator_id' })
  operatorId!: Id;

  @Column({ type: 'uuid', name: 'unit_id' })
  unitId!: Id;

  @Column({ type: 'uuid', name: 'post_id' })
  postId!: Id;

  @Column({ type: 'uuid', name: 'referral_id', nullable: true })
  referralId!: Id | null;

  /** A second professional at the meeting, of any operator. */
  @Column({ type: 'uuid', name: 'with_post_id', nullable: true })
  withPostId!: Id | null;

  /** The collective session in which this is a place. */
  @Column({ type: 'uuid', name: 'group_session_id', nullable: true })
  groupSessionId!: Id | null;

  /** Whether nothing else was to stand at that time. */
  @Column({ type: 'boolean' })
  alone!: boolean;

  @InstantColumn('moved_at', { nullable: true })
  movedAt!: Instant | null;

  @InstantColumn('starts_at')
  startsAt!: Instant;

  @Column({ type: 'int' })
  minutes!: number;

  @Column({ type: 'text' })
  place!: string;

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'text' })
  status!: AppointmentStatus;

  @InstantColumn('created_at')
  createdAt!: Instant;

  @Column({ type: 'int' })
  version!: number;
}

import type {
  CivilDate,
  ClockDrop,
  ClockKind,
  ClockMilestone,
  ClockStatus,
  ClockWay,
  DatedClock,
  Id,
  Instant,
  PauseProof,
  RegionCode,
} from '@relais/domain';
import { CivilDateColumn, IdColumn, InstantColumn, RegionColumn } from '@relais/server/kernel';
import { Column, Entity } from 'typeorm';

@Entity({ schema: 'app', name: 'clock' })
export class ClockEntity implements DatedClock {
  @RegionColumn()
  region!: RegionCode;

  @IdColumn()
  id!: Id;

  @Column({ type: 'uuid', name: 'beneficiary_id' })
  beneficiaryId!: Id;

  @Column({ type: 'text' })
  kind!: ClockKind;

  @Column({ type: 'text' })
  status!: ClockStatus;

  @Column({ type: 'uuid', name: 'operator_id' })
  operatorId!: Id;

  @Column({ type: 'uuid', name: 'unit_id' })
  unitId!: Id;

  @Column({ type: 'uuid', name: 'post_id', nullable: true })
  postId!: Id | null;

  @Column({ type: 'text' })
  detail!: string;

  @CivilDateColumn('started_on')
  startedOn!: CivilDate;

  @CivilDateColumn('due_on')
  dueOn!: CivilDate;

  @InstantColumn('due_at')
  dueAt!: Instant;

  @CivilDateColumn('paused_on', { nullable: true })
  pausedOn!: CivilDate | null;

  @CivilDateColumn('pause_until', { nullable: true })
  pauseUntil!: CivilDate | null;

  @Column({ type: 'text', name: 'pause_proof', nullable: true })
  pauseProof!: PauseProof | null;

  @Column({ type: 'int', name: 'paused_days' })
  pausedDays!: number;

  @Column({ type: 'uuid', name: 'appointment_id', nullable: true })
  appointmentId!: Id | null;

  @CivilDateColumn('met_on', { nullable: true })
  metOn!: CivilDate | null;

  @Column({ type: 'text', name: 'met_by', nullable: true })
  metBy!: ClockWay | null;

  @Column({ type: 'text', nullable: true })
  dropped!: ClockDrop | null;

  @InstantColumn('next_at', { nullable: true })
  nextAt!: Instant | null;

  @Column({ type: 'text', name: 'next_milestone', nullable: true })
  nextMilestone!: ClockMilestone | null;

  @InstantColumn('created_at')
  createdAt!: Instant;

  @InstantColumn('updated_at')
  updatedAt!: Instant;

  @Column({ type: 'int' })
  version!: number;
}

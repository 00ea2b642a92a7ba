import type { Id, Instant, InterviewMode, InterviewTheme, RegionCode } from '@relais/domain';
import { IdColumn, InstantColumn, RegionColumn } from '@relais/server/kernel';
import { Column, Entity } from 'typeorm';
import type { InterviewStatus } from './statuses';

@Entity({ schema: 'app', name: 'interview' })
export class InterviewEntity {
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

  @Column({ type: 'uuid', name: 'author_post_id' })
  authorPostId!: Id;

  @Column({ type: 'uuid', name: 'appointment_id', nullable: true })
  appointmentId!: Id | null;

  @Column({ type: 'text' })
  mode!: InterviewMode;

  @InstantColumn('happened_at')
  happenedAt!: Instant;

  @Column({ type: 'int', nullable: true })
  minutes!: number | null;

  @Column({ type: 'text', array: true })
  themes!: InterviewTheme[];

  @Column({ type: 'text' })
  status!: InterviewStatus;

  @InstantColumn('next_meeting_at', { nullable: true })
  nextMeetingAt!: Instant | null;

  @Column({ type: 'boolean', name: 'two_way' })
  twoWay!: boolean;

  @InstantColumn('sealed_at', { nullable: true })
  sealedAt!: Instant | null;

  @InstantColumn('created_at')
  createdAt!: Instant;

  @InstantColumn('updated_at')
  updatedAt!: Instant;

  @Column({ type: 'int' })
  version!: number;
}

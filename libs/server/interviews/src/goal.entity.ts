import type { CivilDate, GoalStatus, Id, Instant, InterviewTheme, RegionCode } from '@relais/domain';
import { CivilDateColumn, IdColumn, InstantColumn, RegionColumn } from '@relais/server/kernel';
import { Column, Entity } from 'typeorm';

@Entity({ schema: 'app', name: 'goal' })
export class GoalEntity {
  @RegionColumn()
  region!: RegionCode;

  @IdColumn()
  id!: Id;

  @Column({ type: 'uuid', name: 'beneficiary_id' })
  beneficiaryId!: Id;

  @Column({ type: 'uuid', name: 'operator_id' })
  operatorId!: Id;

  @Column({ type: 'text' })
  words!: string;

  @Column({ type: 'text', nullable: true })
  theme!: InterviewTheme | null;

  @Column({ type: 'text' })
  status!: GoalStatus;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @Column({ type: 'int' })
  place!: number;

  @CivilDateColumn('review_on', { nullable: true })
  reviewOn!: CivilDate | null;

  @InstantColumn('settled_at', { nullable: true })
  settledAt!: Instant | null;

  @InstantColumn('created_at')
  createdAt!: Instant;

  @InstantColumn('updated_at')
  updatedAt!: Instant;

  @Column({ type: 'int' })
  version!: number;
}

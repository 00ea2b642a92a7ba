import type { AbsenceKind, AbsencePlan, AbsenceReason, CivilDate, Id, Instant, RegionCode } from '@relais/domain';
import { CivilDateColumn, IdColumn, InstantColumn, RegionColumn } from '@relais/server/kernel';
import { Column, Entity } from 'typeorm';

@Entity({ schema: 'app', name: 'absence' })
export class AbsenceEntity implements AbsencePlan {
  @RegionColumn()
  region!: RegionCode;

  @IdColumn()
  id!: Id;

  @Column({ type: 'uuid', name: 'post_id' })
  postId!: Id;

  @Column({ type: 'uuid', name: 'unit_id' })
  unitId!: Id;

  @Column({ type: 'uuid', name: 'operator_id' })
  operatorId!: Id;

  @Column({ type: 'text' })
  kind!: AbsenceKind;

  @Column({ type: 'text' })
  reason!: AbsenceReason;

  @CivilDateColumn('starts_on')
  startsOn!: CivilDate;

  @CivilDateColumn('ends_on', { nullable: true })
  endsOn!: CivilDate | null;

  @Column({ type: 'uuid', name: 'created_by_post_id' })
  createdByPostId!: Id;

  @InstantColumn('created_at')
  createdAt!: Instant;

  @Column({ type: 'int' })
  version!: number;
}

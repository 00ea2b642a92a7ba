import type { GroupSessionStatus, Id, Instant, RegionCode } from '@relais/domain';
import { IdColumn, InstantColumn, RegionColumn } from '@relais/server/kernel';
import { Column, Entity } from 'typeorm';

@Entity({ schema: 'app', name: 'group_session' })
export class GroupSessionEntity {
  @RegionColumn()
  region!: RegionCode;

  @IdColumn()
  id!: Id;

  @Column({ type: 'uuid', name: 'operator_id' })
  operatorId!: Id;

  @Column({ type: 'uuid', name: 'unit_id' })
  unitId!: Id;

  @Column({ type: 'uuid', name: 'post_id' })
  postId!: Id;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  place!: string;

  @InstantColumn('starts_at')
  startsAt!: Instant;

  @Column({ type: 'int' })
  minutes!: number;

  @Column({ type: 'int' })
  capacity!: number;

  /** Kept by the database, which refuses more than the capacity. */
  @Column({ type: 'int' })
  taken!: number;

  @Column({ type: 'text' })
  status!: GroupSessionStatus;

  @Column({ type: 'int' })
  version!: number;
}

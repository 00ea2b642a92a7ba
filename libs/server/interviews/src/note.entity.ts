import type { Id, Instant, NoteAudience, RegionCode } from '@relais/domain';
import { IdColumn, InstantColumn, RegionColumn } from '@relais/server/kernel';
import { Column, Entity } from 'typeorm';

@Entity({ schema: 'app', name: 'note' })
export class NoteEntity {
  @RegionColumn()
  region!: RegionCode;

  @IdColumn()
  id!: Id;

  @Column({ type: 'uuid', name: 'interview_id' })
  interviewId!: Id;

  @Column({ type: 'uuid', name: 'beneficiary_id' })
  beneficiaryId!: Id;

  @Column({ type: 'uuid', name: 'operator_id' })
  operatorId!: Id;

  @Column({ type: 'uuid', name: 'unit_id' })
  unitId!: Id;

  @Column({ type: 'uuid', name: 'author_post_id' })
  authorPostId!: Id;

  @Column({ type: 'text' })
  audience!: NoteAudience;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'boolean' })
  addendum!: boolean;

  @InstantColumn('created_at')
  createdAt!: Instant;

  @InstantColumn('updated_at')
  updatedAt!: Instant;

  @Column({ type: 'int' })
  version!: number;
}

import type { Id, Instant, RegionCode } from '@relais/domain';
import { IdColumn, InstantColumn, RegionColumn } from '@relais/server/kernel';
import { Column, Entity } from 'typeorm';

/** Only the mark of an address is kept: whoever reads the table can't read an agenda. */
@Entity({ schema: 'app', name: 'calendar_feed' })
export class CalendarFeedEntity {
  @RegionColumn()
  region!: RegionCode;

  @IdColumn()
  id!: Id;

  @Column({ type: 'uuid', name: 'post_id' })
  postId!: Id;

  @Column({ type: 'text', name: 'token_hash' })
  tokenHash!: string;

  @InstantColumn('created_at')
  createdAt!: Instant;
}

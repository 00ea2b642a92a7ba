import type { Instant } from '@relais/domain';
import { Flag, InstantField, Text } from '@relais/server/kernel';

/** Whether an address exists, and when it was last read; the address itself is shown once, when it is made. */
export class CalendarFeedView {
  @Flag()
  exists!: boolean;

  @InstantField({ nullable: true })
  createdAt!: Instant | null;

  @InstantField({ nullable: true })
  readAt!: Instant | null;
}

export class NewCalendarFeed {
  @Text({ max: 400 })
  url!: string;
}

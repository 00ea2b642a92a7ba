import type { Id, Instant } from '@relais/domain';
import { IdField, InstantField, ListOf, Text } from '@relais/server/kernel';

/** Until when the reader doesn't want to see a referral. */
export class SnoozeRequest {
  @InstantField()
  until!: Instant;
}

/** A colleague who has the same referral open. */
export class Watcher {
  @IdField()
  postId!: Id;

  @Text({ max: 400 })
  name!: string;
}

/** Who looks at a referral right now, oneself apart. */
export class Watchers {
  @ListOf(() => Watcher)
  items!: Watcher[];
}

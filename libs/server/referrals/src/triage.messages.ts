import type { Id, Instant } from '@relais/domain';
import { IdField, InstantField, ListOf, Text, Whole } from '@relais/server/kernel';

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

/** How many more people a team can take; null: it says nothing of it. */
export class PlacesRequest {
  @Whole({ max: 999, nullable: true })
  places!: number | null;
}

/** What a team says of its places, and since when. */
export class PlacesView extends PlacesRequest {
  @InstantField({ nullable: true })
  toldAt!: Instant | null;
}

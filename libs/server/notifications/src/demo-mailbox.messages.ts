import type { Instant } from '@relais/domain';
import { InstantField, ListOf, Text } from '@relais/server/kernel';

/** A mail of the demo, in the list. */
export class DemoMailLine {
  @Text({ description: 'Region and message, the name of its file.' })
  id!: string;

  @Text({ max: 400 })
  to!: string;

  @Text({ max: 400 })
  subject!: string;

  @InstantField()
  at!: Instant;
}

/** The latest mails of the demo. */
export class DemoMailbox {
  @ListOf(() => DemoMailLine)
  items!: DemoMailLine[];
}

/** A mail of the demo, opened. */
export class DemoMail extends DemoMailLine {
  @Text({ max: 20_000 })
  text!: string;

  @Text({ max: 20_000, nullable: true, description: 'The invitation, as iCalendar.' })
  invitation!: string | null;
}

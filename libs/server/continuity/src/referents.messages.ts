import type { Instant } from '@relais/domain';
import { Flag, InstantField, ListOf, Text } from '@relais/server/kernel';

/** One period of a file: who led it, or that it was closed. Without any name: an operator that is not told. */
export class ReferentPeriod {
  @InstantField()
  since!: Instant;

  @InstantField({ nullable: true })
  until!: Instant | null;

  @Flag()
  closed!: boolean;

  @Text({ max: 400, nullable: true, description: 'Null for the queue of a unit' })
  name!: string | null;

  @Text({ max: 400, nullable: true })
  unitName!: string | null;

  @Text({ max: 400, nullable: true })
  operatorName!: string | null;
}

/** The referents of a file, the present one first. */
export class ReferentList {
  @ListOf(() => ReferentPeriod)
  items!: ReferentPeriod[];
}

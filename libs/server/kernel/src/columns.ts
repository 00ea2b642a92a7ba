import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';
import type { Instant } from '@relais/domain';

const asInstant = {
  to: (value: unknown): unknown => value,
  from: (value: unknown): unknown => (value instanceof Date ? (value.toISOString() as Instant) : value),
};

/** The two columns of every tenant key: `(region, id)`. */
export function RegionColumn(): PropertyDecorator {
  return PrimaryColumn({ type: 'text' });
}

/** The identifier within the region. */
export function IdColumn(): PropertyDecorator {
  return PrimaryColumn({ type: 'uuid' });
}

/** A `timestamptz` read as {@link Instant}. */
export function InstantColumn(name: string, options: ColumnOptions = {}): PropertyDecorator {
  return Column({ ...options, type: 'timestamptz', name, transformer: asInstant });
}

/** A `date` read as a civil date. */
export function CivilDateColumn(name: string, options: ColumnOptions = {}): PropertyDecorator {
  return Column({ ...options, type: 'date', name });
}

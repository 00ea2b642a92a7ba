import pg from 'pg';

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8 = 20;

/** Makes `pg` hand out `timestamptz` as Instant, `date` as CivilDate (never a local midnight) and `bigint` counts as numbers. */
export function readTimesAsText(): void {
  pg.types.setTypeParser(DATE, (text) => text);
  pg.types.setTypeParser(TIMESTAMPTZ, (text) => new Date(text).toISOString());
  pg.types.setTypeParser(INT8, Number);
}

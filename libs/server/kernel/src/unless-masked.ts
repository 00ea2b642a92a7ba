/**
 * SQL of a name that would tell which operator it is: null where that operator is sensitive and not the reader's own. `operator` is the
 * alias of `app.operator`. Source: domain.md §1, "sensitive".
 */
export function unlessMasked(name: string, operator = 'o'): string {
  return `case when ${operator}.sensitive and ${operator}.id <> (select sec.operator()) then null else ${name} end`;
}

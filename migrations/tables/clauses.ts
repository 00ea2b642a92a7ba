/** Words of the policies. Each compares with the row's own region and reads the context once per statement, never once per row. */

/** The post that acts. */
export const ME = '(select sec.post())';

/** Its unit. */
export const MY_UNIT = '(select sec.unit())';

/** Its operator. */
export const MY_OPERATOR = '(select sec.operator())';

/** Rights of the worker on a table whose rows are never changed. */
export const APPEND = 'select, insert';

/** Rights of the worker on any other table. */
export const ALL = 'select, insert, update, delete';

/** Whether the file of the row's person is open to the acting post: by its unit, its hierarchy, or a broken glass that still lasts. */
export function fileOpen(table: string, column = 'beneficiary_id'): string {
  return `exists (select 1 from app.file_access a where a.region = ${table}.region and a.beneficiary_id = ${table}.${column}
    and a.grantee_id in (${MY_UNIT}, ${ME}) and (a.expires_at is null or a.expires_at > now()))`;
}

/** Whether the file is open and the person did not oppose sharing between operators. */
export function fileShared(table: string): string {
  return fileOpen(table).replace(/\)$/, ' and a.network)');
}

/** Whether a unit lead acts: hierarchy is theirs alone. */
export const LEADS = `(select sec.role()) = 'unit_lead'`;

/** Whether a unit of the row is the acting one, or below it for its lead. */
export function myTree(table: string, column: string): string {
  return `exists (select 1 from app.unit_ancestor u where u.region = ${table}.region and u.unit_id = ${table}.${column}
    and u.ancestor_id = ${MY_UNIT} and (u.depth = 0 or ${LEADS}))`;
}

/** A unit may begin a support for a file it already sees or leads, or after its request for a link was granted. */
export const SUPPORT_BEGINS = `operator_id = ${MY_OPERATOR} and unit_id = ${MY_UNIT} and (${fileOpen('support')}
  or exists (select 1 from app.beneficiary b where b.region = support.region and b.id = support.beneficiary_id)
  or exists (select 1 from app.link_request l where l.region = support.region and l.beneficiary_id = support.beneficiary_id
    and l.requester_unit_id = support.unit_id and l.status = 'granted'))
  or ${fileOpen('support')} and exists (select 1 from app.link_request l where l.region = support.region
    and l.beneficiary_id = support.beneficiary_id and l.requester_unit_id = support.unit_id and l.status = 'granted')`;

/** Whether the row's unit is led by whoever acts: its own or one below, for its lead and for the administrator of the operator. */
export function ledByMe(table: string): string {
  return `(select sec.role()) in ('unit_lead', 'operator_administrator') and exists (select 1 from app.unit_ancestor u
    where u.region = ${table}.region and u.unit_id = ${table}.unit_id and u.ancestor_id = ${MY_UNIT})`;
}

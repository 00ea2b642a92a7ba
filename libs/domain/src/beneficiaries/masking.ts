/**
 * What an index card shows of a name to those who do not accompany the person: initials of given and family names, `C. L.`; compound
 * given names keep both (`J.-B. M.`). Source: domain.md §2. The database has the same in `app.masked_name`.
 */
export function maskedName(familyName: string, givenName: string): string {
  const given = givenName
    .trim()
    .split(/[\s-]+/)
    .slice(0, 2)
    .map(initial)
    .join('-');
  return `${given} ${initial(familyName.trim())}`;
}

function initial(name: string): string {
  return `${(name[0] ?? '?').toLocaleUpperCase('fr')}.`;
}

/** What is wrong with a query's plan (text format of EXPLAIN): one sentence per fault, none when it stays in one region's partitions. */
export function planFaults(plan: string): string[] {
  const faults: string[] = [];
  if (/Subplans Removed/.test(plan))
    faults.push('partitions were only set aside when the query ran: give the region as a literal parameter');
  const seen = new Map<string, Set<string>>();
  for (const [, table = '', region = ''] of plan.matchAll(/\bon (?:part\.)?([a-z_]+)_(\d{2})\b/g)) {
    seen.set(table, (seen.get(table) ?? new Set()).add(region));
  }
  for (const [table, regions] of seen) {
    if (regions.size > 1) faults.push(`${table} is read in ${regions.size} regions (${[...regions].join(', ')})`);
  }
  return faults;
}

import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { planFaults } from '../../../tools/checks/plans';

/** Settings of the test server: each plan of the running product's logins goes to its log, headed by user and database. */
export const WATCHED_SETTINGS = ['auto_explain.log_min_duration=0', 'auto_explain.log_parameter_max_length=0', 'log_line_prefix=%u@%d '];

/** The logins whose every query is watched. */
export const WATCHED_LOGINS = ['api_login', 'worker_login'];

const PATIENCE_MS = 5_000;

/**
 * What the API and the worker asked of a test database outside one region's partitions, one text per query. Source: trust.md §1, 1:
 * every query carries the region as a literal parameter.
 */
export async function strayQueries(log: string, adminUrl: string, database: string): Promise<string[]> {
  const entries = (await wholeLog(log, adminUrl, database)).split(/^(?=\w*@\w* (?:LOG|ERROR|WARNING|NOTICE|FATAL|DETAIL|STATEMENT))/m);
  const faults = new Set<string>();
  for (const entry of entries) {
    if (!WATCHED_LOGINS.some((login) => entry.startsWith(`${login}@${database} LOG:`)) || !entry.includes(' plan:\n')) continue;
    const [, query = '', plan = ''] = /Query Text: ([^]*?)\n\t(\S[^]*)$/.exec(entry.replaceAll(/\n\t(?=\s)/g, '\n')) ?? [];
    if (/^explain\b/i.test(query)) continue;
    for (const fault of planFaults(plan || entry)) faults.add(`${fault}: ${query.replaceAll(/\s+/g, ' ').trim()}`);
  }
  return [...faults];
}

/** The log until a mark that is written now, so that nothing said before is missed. */
async function wholeLog(log: string, adminUrl: string, database: string): Promise<string> {
  const mark = `end of ${database} ${process.hrtime.bigint()}`;
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`do $$ begin raise log '${mark}'; end $$`);
  await client.end();
  for (let waited = 0; waited < PATIENCE_MS; waited += 20) {
    const text = await readFile(log, 'utf8');
    if (text.includes(mark)) return text;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the log of the test server stays behind');
}

import { tenantTables } from '../../../migrations/index';
import { testDatabase, type TestDatabase } from './database';
import { fillEveryTable } from './every-table';
import type { Professional } from './professionals';

/** Tables of which somebody reads, adds in another's name, changes or removes rows that others made. */
type Reach = { readonly sees: string; readonly adds: string; readonly changes: string; readonly removes: string };

/** The region's own structure, and what holds no name: read by everyone. */
const STRUCTURE = `commune agreement_setting operator unit unit_ancestor staff post not_same_person unit_theme_answer search_pace
  availability unit_place`;
/** What everyone leaves behind without a reader: events, needs that nobody met, the pace of searches. */
const LEFT = 'outbox unmet_need search_pace';
const NOTHING_OF_OTHERS: Reach = { sees: STRUCTURE, adds: LEFT, changes: 'search_pace', removes: '' };

const FILE = `beneficiary lead_tenure file_access legal_representative situation sharing link_request support glass appointment goal action
  audit handover handover_transition clock clock_pause attempt file_merge`;
const EXCHANGE = 'referral packet referral_transition referral_reminder sighting';
const OPERATOR = 'referral_watch absence continuity_pack group_session';
const TEAM_ADDS = 'legal_representative support appointment goal action handover group_session unit_place';
const TEAM_CHANGES = `beneficiary legal_representative situation link_request support appointment goal action referral handover clock
  group_session unit_place file_merge`;

/** Who reaches what, beside those who made it: written down and read by hand, with domain.md §2 beside it. */
const WHO: Readonly<Record<string, Reach>> = {
  'a counsellor of another operator': NOTHING_OF_OTHERS,
  'a unit lead of another operator': NOTHING_OF_OTHERS,
  'an administrator of another operator': NOTHING_OF_OTHERS,
  'a regional manager': { ...NOTHING_OF_OTHERS, sees: `${STRUCTURE} figure` },
  'a regional coordinator': { ...NOTHING_OF_OTHERS, sees: `${STRUCTURE} figure` },
  'a regional administrator': { ...NOTHING_OF_OTHERS, sees: `${STRUCTURE} figure` },
  'a data-protection officer': { ...NOTHING_OF_OTHERS, sees: `${STRUCTURE} audit glass glass_review suspicion` },
  'a counsellor of another team of the operator': {
    sees: `${STRUCTURE} ${OPERATOR}`,
    adds: `${LEFT} group_session`,
    changes: 'search_pace group_session',
    removes: '',
  },
  'a counsellor of the same team': {
    sees: `${STRUCTURE} ${OPERATOR} ${FILE} ${EXCHANGE}`,
    adds: `${LEFT} ${TEAM_ADDS}`,
    changes: `search_pace ${TEAM_CHANGES}`,
    removes: 'legal_representative unit_place',
  },
  'the lead of the team': {
    sees: `${STRUCTURE} ${OPERATOR} ${FILE} ${EXCHANGE} message glass_review pack_file`,
    adds: `${LEFT} ${TEAM_ADDS}`,
    changes: `search_pace ${TEAM_CHANGES} post message absence continuity_pack`,
    removes: 'legal_representative unit_place absence continuity_pack pack_file',
  },
};

let db: TestDatabase;
const people = new Map<string, Professional>();
const tables = tenantTables.map(({ name }) => name);

beforeAll(async () => {
  db = await testDatabase();
  const { professional } = await fillEveryTable(db, '53');
  const [region, { operatorId, unitId }] = ['53' as const, professional.actor];
  const { as } = db;
  const made = [
    as.counsellor({ region }),
    as.unitLead({ region }),
    as.operatorAdministrator({ region }),
    as.regionalManager({ region }),
    as.regionalCoordinator({ region }),
    as.regionalAdministrator({ region }),
    as.dataProtectionOfficer({ region }),
    as.counsellor({ region, operatorId }),
    as.counsellor({ region, operatorId, unitId }),
    as.unitLead({ region, operatorId, unitId }),
  ];
  for (const [index, who] of Object.keys(WHO).entries()) people.set(who, (await made[index]) as Professional);
});
afterAll(() => db.drop());

describe.each(Object.entries(WHO))('of what others made, %s', (who, reach) => {
  it('sees', async () => {
    expect(await reached((table) => counted(who, `select from app.${table} where region = '53'`))).toEqual(named(reach.sees));
  });

  it('adds in the name of somebody else', async () => {
    expect(await reached((table) => added(who, table))).toEqual(named(reach.adds));
  });

  it('changes', async () => {
    expect(await reached((table) => changed(who, table))).toEqual(named(reach.changes));
  });

  it('removes', async () => {
    expect(await reached((table) => counted(who, `delete from app.${table} where region = '53'`))).toEqual(named(reach.removes));
  });
});

function named(list: string): string[] {
  return list.split(/\s+/).filter(Boolean).sort();
}

async function reached(reaches: (table: string) => Promise<boolean>): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables) if (await reaches(table)) found.push(table);
  return found.sort();
}

/** Whether a statement meets a row, or goes so far as to break a rule of the table: a policy lets it. It is taken back. */
async function counted(who: string, sql: string, params: readonly unknown[] = []): Promise<boolean> {
  const ends = new Error('taken back');
  let rows = 0;
  const act = people.get(who)?.transaction(async (client) => {
    rows = (await client.query(sql, [...params])).rowCount ?? 0;
    throw ends;
  });
  return (act ?? Promise.reject(new Error(`nobody is ${who}`))).catch((error: Error & { code?: string }) => {
    if (error === ends) return rows > 0;
    if (error.code === undefined) throw error;
    return error.code !== '42501';
  });
}

async function changed(who: string, table: string): Promise<boolean> {
  const [column] = await columns(table, 'update');
  return column === undefined ? false : counted(who, `update app.${table} set ${column} = ${column} where region = '53'`);
}

async function added(who: string, table: string): Promise<boolean> {
  const list = (await columns(table, 'insert')).join(', ');
  if (list === '') return false;
  const [row] = await db.rows<{ row: unknown }>(`select to_jsonb(t) as row from app.${table} t where region = '53' limit 1`);
  return counted(who, `insert into app.${table} (${list}) select ${list} from jsonb_populate_record(null::app.${table}, $1)`, [row?.row]);
}

async function columns(table: string, verb: 'insert' | 'update'): Promise<string[]> {
  const granted = await db.rows<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
      and has_column_privilege('app_rw', $1::regclass, attnum, $2) order by attnum`,
    [`app.${table}`, verb],
  );
  return granted.map(({ name }) => name);
}

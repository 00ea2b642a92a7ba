import { nearBirthDates, toCivilDate } from '@relais/domain';
import { signedContext } from '@relais/server/kernel';
import { planFaults } from '../../../tools/checks/plans';
import { aBeneficiary, aPost } from './builders';
import { testDatabase, type TestDatabase } from './database';

/** A crowd large enough that reading all of it would be a plan's mistake, small enough to be there in seconds. */
const CROWD = 6_000;
const GIVEN_NAMES =
  'Maïwenn Hugo Yasmine Thierry Océane Björn Fatoumata Gwenaël Zoé Patrick Ludivine Kévin Solène Abdou Quentin Ewen Irina Noé Jade Brice'.split(
    ' ',
  );
const form = (word: string, part: string, bits: number, beginning = false) => ({ word, part, among: 1, bits, beginning });
const born = toCivilDate('1999-03-14');

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  const lead = await aPost(db);
  await db.arranging('53').rows(
    `insert into app.beneficiary (region, id, family_name, given_name, birth_date, lead_post_id, created_by_post, created_by_operator)
     select '53', gen_random_uuid(), left(translate(md5((n / 4)::text), '0123456789', 'aeioulmnrt'), 8),
       ($3::text[])[1 + n % array_length($3::text[], 1)], date '1970-01-01' + (n * 37) % 15000, $1, $1, $2
     from generate_series(1, ${CROWD}) n`,
    [lead.id, lead.operator_id, GIVEN_NAMES],
  );
  await aBeneficiary(db, { region: '04', family_name: 'Kerzec', given_name: 'Maïwenn', birth_date: '1999-03-14' });
  await db.rows('analyze app.beneficiary, app.beneficiary_word, app.name_word, app.name_code');
}, 120_000);

afterAll(() => db.drop());

/** The plans of everything the search function asks, as PostgreSQL ran them. */
async function plansOf(typed: object[], allBits: number, dates: readonly string[] | null, from: string | null = null): Promise<string[]> {
  const counsellor = await db.as.counsellor({ region: '53' });
  const plans: string[] = [];
  const client = await db.owner.connect();
  const keep = ({ message }: { message?: string | undefined }): void => void plans.push(message ?? '');
  client.on('notice', keep);
  try {
    await client.query(`load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
      set auto_explain.log_analyze = on; set auto_explain.log_timing = off; set client_min_messages = log`);
    await client.query('begin');
    await client.query(signedContext(counsellor.actor, db.secrets.contextKey, Date.now()));
    await client.query('select * from app.find_people($1, $2, $3, $4, $4, null, null, null, null, 24)', [
      JSON.stringify(typed),
      allBits,
      dates,
      from,
    ]);
  } finally {
    await client.query('rollback');
    client.off('notice', keep);
    client.release(true);
  }
  return plans.filter((plan) => plan.includes('plan:')).map((plan) => plan.slice(plan.indexOf('plan:')));
}

describe.each([
  ['two names and a birth date', [form('kerzec', 'family', 1), form('maiwena', 'given', 2)], 3, [born, ...nearBirthDates(born)]],
  ['two names', [form('kerzec', 'family', 1), form('maiwena', 'given', 2)], 3, null],
  ['a family name alone', [form('kerzec', 'family', 1)], 1, null],
  ['the beginning of a word', [form('ker', 'any', 1, true)], 1, null],
  ['a birth date alone', [], 0, null],
] as const)('the plan of a search by %s', (_what, typed, bits, dates) => {
  it('stays in the partitions of one region and never reads all people, nor all words they bear', async () => {
    const plans = await plansOf([...typed], bits, dates, bits === 0 ? born : null);
    expect(plans.some((plan) => /beneficiary_53/.test(plan))).toBe(true);
    for (const plan of plans) {
      expect(planFaults(plan)).toEqual([]);
      expect(plan).not.toContain('Gather');
      expect(plan).not.toMatch(/Seq Scan on (part\.)?(beneficiary|beneficiary_word|name_code|file_access|index_card|support)_53/);
    }
  });

  it('looks at a bounded number of people in full', async () => {
    for (const plan of await plansOf([...typed], bits, dates, bits === 0 ? born : null)) {
      for (const [, rows = '0', loops = '1'] of plan.matchAll(/ on beneficiary_53 .*?\(actual rows=([\d.]+) loops=(\d+)\)/g)) {
        expect(Number(rows) * Number(loops)).toBeLessThanOrEqual(400);
      }
    }
  });
});

import { testDatabase, type TestDatabase } from './database';
import { fillEveryTable, type FullRegion } from './every-table';
import type { Professional } from './professionals';

/** The doors that look past the walls, each for one kind of role: what others knock at in vain, though no route would let them. */
let db: TestDatabase;
let full: FullRegion;
let counsellor: Professional;
let manager: Professional;
let officer: Professional;
let foreigner: Professional;

beforeAll(async () => {
  db = await testDatabase({ acrossRegions: true });
  full = await fillEveryTable(db, '53');
  counsellor = await db.as.counsellor({ region: '53' });
  manager = await db.as.regionalManager({ region: '53' });
  officer = await db.as.dataProtectionOfficer({ region: '53' });
  foreigner = await db.as.dataProtectionOfficer({ region: '04' });
});
afterAll(() => db.drop());

const seen = async (who: Professional, sql: string, params: readonly unknown[]): Promise<number> => (await who.rows(sql, params)).length;

describe('a door', () => {
  it('to the hours of colleagues opens to those who meet people, not to the region', async () => {
    const asked = [[full.professional.actor.postId], '2020-01-01T00:00:00Z', '2040-01-01T00:00:00Z'];
    const busy = 'select * from app.busy_of($1::uuid[], $2, $3)';
    expect(await seen(counsellor, busy, asked)).toBeGreaterThan(0);
    expect([await seen(manager, busy, asked), await seen(officer, busy, asked)]).toEqual([0, 0]);
  });

  it('to the team that leads a file opens to those who may ask it, not to the region', async () => {
    const whom = 'select * from app.unit_to_ask($1)';
    expect(await seen(counsellor, whom, [full.beneficiaryId])).toBe(1);
    expect([await seen(manager, whom, [full.beneficiaryId]), await seen(officer, whom, [full.beneficiaryId])]).toEqual([0, 0]);
  });

  it('to the number of a file opens to the data-protection officer of its region alone', async () => {
    const [file] = await db.rows<{ number: string }>(`select file_number as number from app.beneficiary where region = '53' and id = $1`, [
      full.beneficiaryId,
    ]);
    const number = `select * from app.file_numbers('53', $1::uuid[])`;
    const named = `select 1 where app.numbered_file('53', $1) is not null`;
    for (const [door, asked] of [
      [number, [[full.beneficiaryId]]],
      [named, [file?.number]],
    ] as const) {
      expect(await seen(officer, door, asked)).toBe(1);
      for (const who of [full.professional, counsellor, manager, foreigner]) expect(await seen(who, door, asked)).toBe(0);
    }
  });
});

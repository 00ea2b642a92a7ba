import { settingsWritten, toInstant } from '@relais/domain';
import { testDatabase, type TestDatabase } from '@relais/testing';
import { signAgreement } from './sign-agreement';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

it('one region of the demo checks before sending and looks at declines, the others keep their first agreement', async () => {
  const now = toInstant('2026-11-24T09:40:00.000Z');
  for (const region of ['53', '84'] as const) await db.arranging(region).transaction(async (each) => signAgreement(each, region, now));
  const rows = await db.rows<{ region: string; version: number; referral: unknown }>(
    `select region, version, body->'referral' as referral from app.agreement_setting where region in ('53', '84') order by region, version`,
  );
  expect(rows.map(({ region, version }) => [region, version])).toEqual([
    ['53', 1],
    ['84', 1],
    ['84', 2],
  ]);
  expect(settingsWritten(rows[2]?.referral)).toMatchObject({ checkBeforeSending: true, lookAtDeclines: true });
  expect(settingsWritten(rows[1]?.referral)).toMatchObject({ checkBeforeSending: false, lookAtDeclines: false });
});

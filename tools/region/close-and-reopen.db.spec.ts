import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aBeneficiary, type Professional, settingsFor, testDatabase, type TestDatabase } from '@relais/testing';
import { Sealer } from '@relais/server/kernel';
import { fillEveryTable } from '../../libs/testing/src/every-table';
import { catalogueChecks } from '../checks/catalogue';
import { openRegion } from '../database/open-region';
import { freshSecrets } from '../database/secrets';
import { exportRegion, type Exported } from './export-region';
import { readManifest } from './manifest';
import { asOwner } from './owner-door';
import { KEYED_COLUMNS } from './region-tables';
import { reopenRegion, type Reopening } from './reopen-region';
import { shutRegion } from './shut-region';

let here: TestDatabase;
let elsewhere: TestDatabase;
let folder: string;
let counsellor: Professional;
let personId: string;
let exported: Exported;
let other: readonly unknown[];

const PHONE = '+33478000000';
const rowsOf = (db: TestDatabase, region: string) =>
  db.rows(`select id, family_name, phone_index from app.beneficiary where region = $1 order by id`, [region]);

/** A database where the region was never opened. */
async function without84(db: TestDatabase): Promise<void> {
  await asOwner(db.urls.migrator, (client) => shutRegion(client, '84'));
  const left = await db.rows<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'closed'::regnamespace and c.relkind = 'r'`,
  );
  await db.rows(`drop table ${left.map(({ name }) => name).join(', ')}`);
  await db.rows('drop sequence closed.file_number_84');
  await db.rows('delete from deploy.closed_region');
}

async function close(): Promise<Exported> {
  return asOwner(here.urls.migrator, async (client) => {
    const { closedAt } = await shutRegion(client, '84');
    return exportRegion(client, '84', closedAt, here.secrets, folder);
  });
}

const reopen = (db: TestDatabase, keys: { masterKey: string; blindIndexKey: string }, keyFile?: string): Promise<Reopening> =>
  asOwner(db.urls.migrator, (client) =>
    reopenRegion(client, { file: exported.file, keys, work: join(folder, 'work'), ...(keyFile ? { keyFile } : {}) }),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relais-export-'));
  [here, elsewhere] = [await testDatabase({ acrossRegions: true }), await testDatabase({ acrossRegions: true })];
  await without84(elsewhere);
  ({ professional: counsellor, beneficiaryId: personId } = await fillEveryTable(here, '84'));
  await fillEveryTable(here, '53');
  const sealer = new Sealer(settingsFor(here));
  const key = sealer.newKey();
  await here
    .arranging('84')
    .rows(`update app.beneficiary set sealed_key = $2, phone_sealed = $3, phone_index = $4 where region = '84' and id = $1`, [
      personId,
      key,
      sealer.seal(key, PHONE),
      sealer.index('84', PHONE),
    ]);
  other = await rowsOf(here, '53');
}, 120_000);
afterAll(async () => {
  await here?.drop();
  await elsewhere?.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('closing a region', () => {
  it('waits until every event was acted upon', async () => {
    await expect(close()).rejects.toThrow(/1 events .* let Relais run/);
    expect(await rowsOf(here, '84')).toHaveLength(3);
    await here.arranging('84').rows(`update app.outbox set settled_at = now() where region = '84'`);
  });

  it('takes it out of everyone’s reach, ends its posts, and writes it whole', async () => {
    exported = await close();
    expect(await rowsOf(here, '84')).toEqual([]);
    expect(await rowsOf(here, '53')).toEqual(other);
    expect(await here.rows(`select active from auth.account_post where post_id = $1`, [counsellor.actor.postId])).toEqual([
      { active: false },
    ]);
    await expect(here.api.query(`select 1 from closed.beneficiary_84`)).rejects.toThrow(/permission denied/);
    await expect(here.worker.query(`select 1 from closed.beneficiary_84`)).rejects.toThrow(/permission denied/);
    expect(exported.manifest.tables.filter(({ rows }) => rows === 0).map(({ name }) => name)).toEqual(['demo_account']);
    expect((await stat(exported.keyFile)).mode & 0o777).toBe(0o600);
  });

  it('leaves every wall as it was', async () => {
    for (const { rule, violations } of catalogueChecks) expect({ rule, faults: await here.rows(violations) }).toEqual({ rule, faults: [] });
  });

  it('twice writes nothing anew; what a cut left out is written again', async () => {
    expect((await close()).manifest).toEqual({ ...exported.manifest, personKeys: expect.any(String) });
    const cut = exported.manifest.tables.at(3);
    await writeFile(join(folder, 'region-84', cut?.file ?? ''), 'half of it');
    exported = await close();
    expect((await readManifest(join(folder, 'region-84')))?.tables.at(3)?.rows).toBe(cut?.rows);
  });

  it('keeps the region from being opened anew beside what it left', async () => {
    await expect(openRegion(here.urls, here.secrets, '84')).rejects.toThrow(/region:reopen/);
  });

  it('knows every column that hangs on the keys', async () => {
    const columns = await here.rows<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'app'
       and (column_name = 'sealed_key' and data_type = 'bytea' or column_name ~ '_index$')`,
    );
    const known = Object.entries(KEYED_COLUMNS).flatMap(([table, names]) => names.map((name) => `${table}.${name}`));
    expect(columns.map(({ name }) => name).sort()).toEqual([...known].sort());
  });
});

describe('opening the export elsewhere', () => {
  const theirs = freshSecrets();

  it('needs the key of the export when the keys are others', async () => {
    await expect(reopen(elsewhere, theirs)).rejects.toThrow(/--key FILE/);
    const wrong = join(folder, 'wrong.key');
    await writeFile(wrong, 'ab'.repeat(32));
    await expect(reopen(elsewhere, theirs, wrong)).rejects.toThrow('This key file is not the one of this export.');
    expect(await rowsOf(elsewhere, '84')).toEqual([]);
  });

  it('brings every row back behind the same walls, and each person’s data opens with the new keys', async () => {
    const result = await reopen(elsewhere, theirs, exported.keyFile);
    expect(result).toMatchObject({ region: '84', opened: true, adopted: 1 });
    const sealer = new Sealer({ sealingKey: Buffer.from(theirs.masterKey, 'hex'), indexKey: Buffer.from(theirs.blindIndexKey, 'hex') });
    const [person] = await elsewhere.rows<{ sealed_key: Buffer; phone_sealed: Buffer; phone_index: string }>(
      `select sealed_key, phone_sealed, phone_index from app.beneficiary where region = '84' and id = $1`,
      [personId],
    );
    expect(person && sealer.open(person.sealed_key, person.phone_sealed)).toBe(PHONE);
    expect(person?.phone_index).toBe(sealer.index('84', PHONE));
    for (const { rule, violations } of catalogueChecks)
      expect({ rule, faults: await elsewhere.rows(violations) }).toEqual({ rule, faults: [] });
    const seen = await elsewhere
      .acting(counsellor.actor)
      .rows(`select id from app.beneficiary where region = '84' and id = $1`, [personId]);
    expect(seen).toEqual([{ id: personId }]);
    expect(
      await elsewhere.acting({ ...counsellor.actor, region: '53' }).rows(`select id from app.beneficiary where region = '53'`),
    ).toEqual([]);
  });

  it('works on: a new file gets the next number, triggers and references hold', async () => {
    const before = await elsewhere.rows<{ n: string }>(`select max(file_number) as n from app.beneficiary where region = '84'`);
    const person = await aBeneficiary(elsewhere, { region: '84', lead_post_id: counsellor.actor.postId });
    const [after] = await elsewhere.rows<{ n: string }>(`select file_number as n from app.beneficiary where region = '84' and id = $1`, [
      person.id,
    ]);
    expect(after?.n).not.toBe(before[0]?.n);
    await expect(elsewhere.arranging('84').rows(`update app.support set unit_id = gen_random_uuid() where region = '84'`)).rejects.toThrow(
      /foreign key/,
    );
  });

  it('twice changes nothing', async () => {
    expect(await reopen(elsewhere, theirs, exported.keyFile)).toMatchObject({ opened: false });
  });

  it('refuses a file that was changed', async () => {
    await chmod(exported.file, 0o600);
    await writeFile(join(folder, 'not-one.tar'), 'nothing');
    const file = exported.file;
    exported = { ...exported, file: join(folder, 'not-one.tar') };
    await expect(reopen(here, here.secrets)).rejects.toThrow('This file is not the export of a region.');
    exported = { ...exported, file };
  });
});

describe('opening the export where it came from', () => {
  it('attaches what waited, gives the posts back, and closes again', async () => {
    expect(await reopen(here, here.secrets)).toMatchObject({ opened: true, adopted: 0 });
    expect(
      await here.rows(`select active, closed_with_region from auth.account_post where post_id = $1`, [counsellor.actor.postId]),
    ).toEqual([{ active: true, closed_with_region: false }]);
    expect(await rowsOf(here, '84')).toHaveLength(3);
    const again = await close();
    expect(again.manifest.tables.map(({ name, rows, checksum }) => [name, rows, checksum])).toEqual(
      exported.manifest.tables.map(({ name, rows, checksum }) => [name, rows, name.startsWith('account') ? expect.any(String) : checksum]),
    );
  });
});

import type { Client } from 'pg';
import { Sealer } from '../../libs/server/kernel/src/sealer';
import type { RegionCode } from '../../libs/domain/src/regions/region';

/** The two keys of an installation under which persons' data is sealed and found. */
export type Keys = { readonly masterKey: string; readonly blindIndexKey: string };

const BATCH = 2_000;

/** Lines `id key` of every person of a shut region, each key wrapped by the key of the export in place of the installation's. */
export async function* personKeysUnder(client: Client, region: RegionCode, keys: Keys, exportKey: string): AsyncGenerator<string> {
  const from = sealerOf(keys);
  const to = sealerOf({ ...keys, masterKey: exportKey });
  for (let last = ''; ;) {
    const { rows } = await client.query<{ id: string; sealed_key: Buffer }>(
      `select id, sealed_key from closed.beneficiary_${region} where sealed_key is not null and ($1 = '' or id > nullif($1, '')::uuid) order by id limit ${BATCH}`,
      [last],
    );
    if (rows.length === 0) return;
    yield rows.map(({ id, sealed_key: key }) => `${id} ${from.rewrap(key, to).toString('hex')}\n`).join('');
    last = rows.at(-1)?.id ?? '';
  }
}

/** Wraps the persons' keys of a region that waits by this installation's key, and makes its blind indexes anew. Answers how many. */
export async function adoptPersonKeys(
  client: Client,
  region: RegionCode,
  keys: Keys,
  exportKey: string,
  lines: AsyncIterable<string>,
): Promise<number> {
  const theirs = sealerOf({ ...keys, masterKey: exportKey });
  const ours = sealerOf(keys);
  let adopted = 0;
  let batch: { id: string; key: Buffer }[] = [];
  const adopt = async (): Promise<void> => {
    const { rows } = await client.query<{ id: string; phone_sealed: Buffer | null; email_sealed: Buffer | null }>(
      `select id, phone_sealed, email_sealed from closed.beneficiary_${region} where id = any($1::uuid[])`,
      [batch.map(({ id }) => id)],
    );
    const keyOf = new Map(batch.map(({ id, key }) => [id, theirs.rewrap(key, ours)]));
    const found = rows.flatMap(({ id, phone_sealed: phone, email_sealed: email }) => {
      const key = keyOf.get(id);
      if (!key) return [];
      const index = (sealed: Buffer | null): string | null => (sealed ? ours.index(region, ours.open(key, sealed) ?? '') : null);
      return [{ id, key: key.toString('hex'), phone: index(phone), email: index(email) }];
    });
    await client.query(
      `update closed.beneficiary_${region} b set sealed_key = decode(n.key, 'hex'), phone_index = n.phone, email_index = n.email
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as n (id, key, phone, email) where b.id = n.id`,
      [found.map(({ id }) => id), found.map(({ key }) => key), found.map(({ phone }) => phone), found.map(({ email }) => email)],
    );
    adopted += found.length;
    batch = [];
  };
  for await (const line of lines) {
    const [id = '', key = ''] = line.split(' ');
    batch.push({ id, key: Buffer.from(key, 'hex') });
    if (batch.length === BATCH) await adopt();
  }
  await adopt();
  return adopted;
}

function sealerOf({ masterKey, blindIndexKey }: Keys): Sealer {
  return new Sealer({ sealingKey: Buffer.from(masterKey, 'hex'), indexKey: Buffer.from(blindIndexKey, 'hex') });
}

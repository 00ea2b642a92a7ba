import { Client } from 'pg';
import { instantAt, type Instant, type RegionCode } from '@relais/domain';
import { hash } from '@node-rs/argon2';
import { Sealer } from '../../libs/server/kernel/src/sealer';
import { signContext } from '../../libs/server/kernel/src/signed-context';
import { loadRegion, type LoadProgress } from './load/load-region';
import { generateNetwork } from './region/generate-region';
import { TABLES } from './load/tables';
import { DEMO_REGIONS, type DemoRegion } from './demo-region';

/** The password of every account of the demo. */
export const DEMO_PASSWORD = 'relais-demo-2026';

/** What loading the demo needs; regions must be open already. `now` is the moment around which the demo is told. */
export type DemoOptions = {
  readonly urls: { readonly admin: string };
  readonly secrets: { readonly contextKey: string; readonly masterKey: string; readonly blindIndexKey: string };
  readonly regions: readonly RegionCode[];
  /** Files per region; 2 000 when not said. Above 2 000, the others have no story: they are there to be found and counted. */
  readonly people?: number;
  readonly seed?: string;
  readonly now?: Instant;
  readonly onProgress?: (progress: LoadProgress) => void;
};

/** Seconds for which the signed context of the load is good. */
const CONTEXT_LIFE = 3600;

/**
 * Loads the demo, each region in one transaction: it is there or it is not. A region that has it already is left alone. Answers the
 * regions that were filled. Throws a `RangeError` for a region that has no demo.
 */
export async function loadDemo(options: DemoOptions): Promise<readonly RegionCode[]> {
  const { urls, secrets, regions, people = 2000, seed = 'relais', now = instantAt(Date.now()), onProgress = () => undefined } = options;
  const client = new Client({ connectionString: urls.admin });
  client.on('error', () => undefined);
  await client.connect();
  const filled: RegionCode[] = [];
  try {
    for (const region of regions) {
      if (!isDemoRegion(region)) throw new RangeError(`there is no demo of region ${region}`);
      if (await isThere(client, region, seed)) continue;
      const passwordHash = await demoPasswordHash();
      const sealer = new Sealer({ sealingKey: Buffer.from(secrets.masterKey, 'hex'), indexKey: Buffer.from(secrets.blindIndexKey, 'hex') });
      await inTransaction(client, async () => {
        const expiry = Math.floor(Date.now() / 1000) + CONTEXT_LIFE;
        // Triggers keep leads, file numbers and access lists inside the region of the signed context, even for this login.
        await client.query(`set local app.ctx = '${signContext(secrets.contextKey, { region, role: 'system' }, expiry)}'`);
        await client.query(`set local statement_timeout = 0; set local lock_timeout = 0`);
        await loadRegion(client, { region, people, seed, now, password: DEMO_PASSWORD, passwordHash, sealer, onProgress });
      });
      filled.push(region);
    }
    if (filled.length > 0)
      await client.query(
        `analyze ${Object.keys(TABLES)
          .map((table) => `app.${table}`)
          .join(', ')}, app.file_access, app.beneficiary_word`,
      );
  } finally {
    await client.end();
  }
  return filled;
}

function isDemoRegion(region: RegionCode): region is DemoRegion {
  return DEMO_REGIONS.some((each) => each === region);
}

/** Whether a region has its demo: its first operator has an id that only the demo gives. */
async function isThere(client: Client, region: DemoRegion, seed: string): Promise<boolean> {
  const first = generateNetwork(region, seed).operators[0]?.['id'];
  const found = await client.query('select 1 from app.operator where region = $1 and id = $2', [region, first]);
  return found.rowCount === 1;
}

let known: Promise<string> | undefined;

/** One hash for all accounts of the demo: argon2id as in the product, made once. Source: trust.md §3. */
function demoPasswordHash(): Promise<string> {
  known ??= hash(DEMO_PASSWORD, { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 });
  return known;
}

async function inTransaction(client: Client, task: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await task();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

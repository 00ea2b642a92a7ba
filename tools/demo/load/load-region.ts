import type { ClientBase } from 'pg';
import { fileNumber, regionOf, type Instant } from '@relais/domain';
import { fillKeptColumns } from '../../database/kept-columns';
import { generateRegion, type DemoWorld } from '../region/generate-region';
import type { DemoRegion } from '../demo-region';
import { addAccounts } from './add-accounts';
import { agendaRows } from './agenda-rows';
import { clockRows } from './clock-rows';
import { insertRows } from './insert-rows';
import { lightPeople } from './light-people';
import { lightSites } from './light-sites';
import { listWords } from './list-words';
import { networkRows } from './network-rows';
import { outreachRows } from './outreach-rows';
import { peopleRows, type DemoSealer } from './people-rows';
import { journalRows, referralRows } from './referral-rows';
import { signAgreement } from './sign-agreement';
import { storyRows } from './story-rows';
import { TABLES, type Row, type TableName, type TableRows } from './tables';

/** Files with a whole story; a larger demo adds people without one around them. */
const FULL_FILES = 2000;
const CROWD_AT_ONCE = 10_000;

/** How far a load has come: people done of people asked for, region by region. */
export type LoadProgress = { readonly phase: string; readonly done: number; readonly total: number };

/** What loading one region needs. */
export type RegionLoad = {
  readonly region: DemoRegion;
  readonly people: number;
  readonly seed: string;
  readonly now: Instant;
  readonly password: string;
  readonly passwordHash: string;
  readonly sealer: DemoSealer;
  readonly onProgress: (progress: LoadProgress) => void;
};

/** Tables small enough to be filled one trigger at a time: the tree keeps its own closure. */
const NETWORK: readonly TableName[] = ['operator', 'unit', 'staff', 'post'];

/**
 * Fills one region, inside the caller's transaction. Row by row, keys and triggers would take minutes; the rows come from one generator
 * whose specs prove that they fit, so they are left aside for the files, and what triggers would derive is derived for all rows at once.
 */
export async function loadRegion(client: ClientBase, load: RegionLoad): Promise<void> {
  const { region, people, seed, now, onProgress } = load;
  const phase = regionOf(region).name;
  const full = Math.min(people, FULL_FILES);
  onProgress({ phase, done: 0, total: people });
  const world = generateRegion({ region, seed, now, people: full });
  const rows = rowsOf(world, load.sealer);
  await placeCommunes(client, world);
  const light = lightSites(world, people - full, seed);
  for (const some of [rows, networkRows(light)]) for (const table of NETWORK) await insertRows(client, region, table, some[table] ?? []);
  await addAccounts(client, world, load);
  await withoutTriggers(client, async () => {
    const tables = (Object.keys(TABLES) as TableName[]).filter((table) => !NETWORK.includes(table));
    for (const [index, table] of tables.entries()) {
      const some = rows[table] ?? [];
      await insertRows(client, region, table, table === 'beneficiary' ? await numbered(client, region, some) : some);
      onProgress({ phase, done: Math.floor((full * (index + 1)) / tables.length), total: people });
    }
    await client.query(
      `update app.referral r set packet_id = p.id from app.packet p where r.region = $1 and p.region = $1 and p.referral_id = r.id`,
      [region],
    );
    const teams = [...world.network.teams.filter(({ posts }) => posts.length > 0), ...light.teams];
    for (let done = full; done < people; done += CROWD_AT_ONCE) {
      const crowd = lightPeople(world, teams, done, Math.min(CROWD_AT_ONCE, people - done), seed, load.sealer);
      await insertRows(client, region, 'beneficiary', await numbered(client, region, crowd.beneficiary));
      await insertRows(client, region, 'lead_tenure', crowd.lead_tenure);
      await insertRows(client, region, 'support', crowd.support);
      onProgress({ phase, done: Math.min(people, done + CROWD_AT_ONCE), total: people });
    }
    await listWords(client, region);
    await openFiles(client, region);
    await closeFiles(client, region);
    await fillKeptColumns(client, region);
    await signAgreement(client, region, now);
  });
}

function rowsOf(world: DemoWorld, sealer: DemoSealer): TableRows {
  const referrals = referralRows(world);
  const audit = [...(referrals.audit ?? []), ...journalRows(world)];
  const { appointment: places = [], ...agenda } = agendaRows(world);
  const story = storyRows(world);
  const appointment = [...(story.appointment ?? []), ...places];
  return {
    ...networkRows(world.network),
    ...peopleRows(world, sealer),
    ...story,
    ...agenda,
    appointment,
    ...referrals,
    ...clockRows(world),
    ...outreachRows(world),
    audit,
  };
}

/** Runs a task without triggers and key checks. */
async function withoutTriggers(client: ClientBase, task: () => Promise<void>): Promise<void> {
  await client.query('set local session_replication_role = replica');
  await task();
  await client.query('set local session_replication_role = origin');
}

/** Gives each file the next number of its region. */
async function numbered(client: ClientBase, region: DemoRegion, people: readonly Row[]): Promise<Row[]> {
  const { rows } = await client.query<{ serial: string }>(
    `select nextval('part.file_number_${region}') as serial from generate_series(1, $1)`,
    [people.length],
  );
  return people.map((person, index) => ({ ...person, file_number: fileNumber(region, Number(rows[index]?.serial)) }));
}

/** An open support opens the file to its unit and to those above it, and so does news to be asked after an exit: the same rows as triggers keep. */
async function openFiles(client: ClientBase, region: DemoRegion): Promise<void> {
  await client.query(
    `insert into app.file_access (region, grantee_id, beneficiary_id, basis, source_id, network)
     select s.region, u.ancestor_id, s.beneficiary_id, case u.depth when 0 then 'support' else 'hierarchy' end, s.id, b.sharing_status <> 'opposed'
     from app.support s
     join app.unit_ancestor u on u.region = s.region and u.unit_id = s.unit_id
     join app.beneficiary b on b.region = s.region and b.id = s.beneficiary_id
     where s.region = $1 and u.region = $1 and b.region = $1 and s.closed_on is null
     on conflict do nothing`,
    [region],
  );
  await client.query(
    `insert into app.file_access (region, grantee_id, beneficiary_id, basis, source_id, network)
     select c.region, u.ancestor_id, c.beneficiary_id, case u.depth when 0 then 'follow_up' else 'hierarchy' end, c.id, b.sharing_status <> 'opposed'
     from app.clock c
     join app.unit_ancestor u on u.region = $1 and u.unit_id = c.unit_id
     join app.beneficiary b on b.region = $1 and b.id = c.beneficiary_id
     where c.region = $1 and c.kind in ('exit_3_months', 'exit_6_months') and c.status = 'running' on conflict do nothing`,
    [region],
  );
}

/** A closed file is in a period without a holder since its last lead: the same row as the trigger of people keeps. */
async function closeFiles(client: ClientBase, region: DemoRegion): Promise<void> {
  await client.query(
    `insert into app.lead_tenure (region, beneficiary_id, since)
     select b.region, b.id, (select max(t.until) from app.lead_tenure t where t.region = b.region and t.beneficiary_id = b.id)
     from app.beneficiary b where b.region = $1 and b.status = 'closed'`,
    [region],
  );
}

/** The official list has no coordinates: those of the demo's communes are added. */
async function placeCommunes(client: ClientBase, { region, places }: DemoWorld): Promise<void> {
  const columns = ['code', 'name', 'postcode', 'departement', 'latitude', 'longitude'] as const;
  await client.query(
    `insert into app.commune (region, code, name, postcode, departement, latitude, longitude)
     select $1, c.* from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::float8[], $7::float8[]) as c
     on conflict (region, code) do update set latitude = excluded.latitude, longitude = excluded.longitude`,
    [region, ...columns.map((column) => places.map((place) => place[column]))],
  );
}

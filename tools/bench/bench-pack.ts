import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ContinuityJobs, MovePacks } from '@relais/server/continuity';
import { KernelModule, Settings } from '@relais/server/kernel';
import { Client } from 'pg';
import { openRegion } from '../database/open-region';
import { loadSecrets } from '../database/secrets';
import { loadDemo } from '../demo/load';
import { environmentOf } from '../start/environment';
import { openDatabase } from '../start/open-database';
import { arrangeCaseload, checkPack, letPack, type Caseload } from './heavy-caseload';
import { withSection } from './report';

/**
 * One caseload of many files, each with an action, one in four with a meeting, one in ten with a referral: prepared, moved to four
 * colleagues by load, and given back, by one worker. Writes its section of `docs/benchmarks.md`. `FILES` (1 000) and `RELAIS_DATA` change
 * the measure.
 */
const many = Number(process.env['FILES'] ?? 1_000);
const data = process.env['RELAIS_DATA'] ?? join(process.cwd(), '.data', 'bench-pack');
process.env['RELAIS_DATA'] = data;

@Module({})
class Worker {}

async function measure(): Promise<void> {
  const secrets = await loadSecrets(join(data, 'secrets.json'));
  const { urls, server } = await openDatabase(data, secrets);
  const admin = new Client({ connectionString: urls.admin });
  try {
    await openRegion(urls, secrets, '53', { withoutAdministrator: true });
    await admin.connect();
    await loadDemo({ urls, secrets, regions: ['53'] });
    const caseload = await arrangeCaseload(admin, secrets.contextKey, many);
    await admin.query('analyze app.beneficiary, app.action, app.appointment, app.referral');
    const settings = new Settings({ ...environmentOf(urls, secrets), LOG_LEVEL: 'silent' });
    const worker = { module: Worker, imports: [KernelModule.forWorker({ settings }), ContinuityJobs] };
    const app = await NestFactory.createApplicationContext(worker, { logger: false });
    const packs = app.get(MovePacks, { strict: false });
    const before = loadavg()[0] ?? 0;
    const seconds: number[] = [];
    for (const [letGo, rows] of [
      ['preparing', 'waiting'],
      ['moving', 'moved'],
      ['returning', 'returned'],
    ] as const) {
      await letPack(admin, secrets.contextKey, caseload, letGo);
      const began = performance.now();
      await packs.execute('53');
      seconds.push((performance.now() - began) / 1000);
      await checkPack(admin, caseload, rows, many);
    }
    await app.close();
    await tell(caseload, seconds, [before, loadavg()[0] ?? 0]);
  } finally {
    await admin.end();
    await server?.stop();
  }
}

async function tell(caseload: Caseload, seconds: readonly number[], load: readonly [number, number]): Promise<void> {
  const file = join(process.cwd(), 'docs/benchmarks.md');
  const [prepared = 0, moved = 0, returned = 0] = seconds;
  const { actions, appointments, referrals } = caseload;
  const number = (value: number): string => value.toLocaleString('en');
  const text = `Written by \`npm run bench -- pack\`. One caseload of ${number(many)} files with ${number(actions)} actions, ${number(appointments)} meetings and
${number(referrals)} referrals, split by load between four colleagues by one worker; ${availableParallelism()} cores shared with PostgreSQL, load average
${load.map((each) => each.toFixed(1)).join(' before, ')} at the end.

Prepared in ${prepared.toFixed(1)} s, **moved in ${moved.toFixed(1)} s** (target: 10 s for 1,000 files), given back in ${returned.toFixed(1)} s. Each file once, each with its handover
and its log; afterwards the periods of every file of the region adjoin: nobody lacked a referent for an instant.
`;
  await writeFile(file, withSection(await readFile(file, 'utf8'), 'A caseload that changes hands', text));
  console.log(text);
}

await measure();
process.exit(0);

import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { KernelModule, Settings } from '@relais/server/kernel';
import { ActOnDueDates, ReferralsJobs } from '@relais/server/referrals';
import { Client } from 'pg';
import { openRegion } from '../database/open-region';
import { loadSecrets } from '../database/secrets';
import { loadDemo } from '../demo/load';
import { environmentOf } from '../start/environment';
import { openDatabase } from '../start/open-database';
import { arrangeDue, checkDone, type Due } from './due-referrals';
import { withSection } from './report';

/**
 * Dates of referrals that all fall due at once in one region, acted on by one worker in its batches until none is left: how many a second,
 * none lost, none twice. Writes its section of `docs/benchmarks.md`. `DUE` (10 000) and `RELAIS_DATA` change the measure.
 */
const many = Number(process.env['DUE'] ?? 10_000);
const data = process.env['RELAIS_DATA'] ?? join(process.cwd(), '.data', 'bench-timers');
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
    const due = await arrangeDue(admin, secrets.contextKey, many);
    await admin.query('analyze app.referral, app.referral_transition');
    const settings = new Settings({ ...environmentOf(urls, secrets), LOG_LEVEL: 'silent' });
    const worker = { module: Worker, imports: [KernelModule.forWorker({ settings }), ReferralsJobs] };
    const app = await NestFactory.createApplicationContext(worker, { logger: false });
    const before = loadavg()[0] ?? 0;
    const began = performance.now();
    const acted = await app.get(ActOnDueDates, { strict: false }).execute('53');
    const seconds = (performance.now() - began) / 1000;
    await checkDone(admin, due);
    await app.close();
    await tell(due, acted, seconds, [before, loadavg()[0] ?? 0]);
  } finally {
    await admin.end();
    await server?.stop();
  }
}

async function tell({ reminders, moves }: Due, acted: number, seconds: number, load: readonly [number, number]): Promise<void> {
  const file = join(process.cwd(), 'docs/benchmarks.md');
  const number = (value: number): string => Math.round(value).toLocaleString('en');
  const text = `Written by \`npm run bench -- timers\`. ${number(reminders.length + moves.length)} dates due at once in one region:
${number(reminders.length)} reminders and ${number(moves.length)} moves of the clock, each with its event and its line of the log; one worker, ${availableParallelism()} cores
shared with PostgreSQL, load average ${load.map((each) => each.toFixed(1)).join(' before, ')} at the end.

${number(acted)} acted on in ${seconds.toFixed(1)} s: **${number(acted / seconds)} dates per second**. None left, none lost, none twice: counted in the
reminders, the log and the events.
`;
  await writeFile(file, withSection(await readFile(file, 'utf8'), 'Dates that fall due', text));
  console.log(text);
}

await measure();
process.exit(0);

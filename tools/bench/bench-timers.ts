import 'reflect-metadata';
import { ActOnDueDates, ReferralsJobs } from '@relais/server/referrals';
import { arrangeDue, checkDone } from './due-referrals';
import { figure, loadNow, machineSince, tell, withBench } from './with-bench';
import { workerOf } from './worker-of';

/**
 * Dates of referrals that all fall due at once in one region, acted on by one worker in its batches until none is left: how many a second,
 * none lost, none twice. Writes its section of `docs/benchmarks.md`. `DUE` (10 000) and `RELAIS_DATA` change the measure.
 */
const many = Number(process.env['DUE'] ?? 10_000);

await withBench('bench-timers', undefined, async (bench) => {
  const { admin, secrets } = bench;
  const due = await arrangeDue(admin, secrets.contextKey, many);
  await admin.query('analyze app.referral, app.referral_transition');
  const worker = await workerOf(bench, ReferralsJobs);
  const before = loadNow();
  const began = performance.now();
  const acted = await worker.get(ActOnDueDates, { strict: false }).execute('53');
  const seconds = (performance.now() - began) / 1000;
  await checkDone(admin, due);
  await worker.close();
  const { reminders, moves } = due;
  await tell(
    'Dates that fall due',
    `Written by \`npm run bench -- timers\`. ${figure(reminders.length + moves.length)} dates due at once in one region:
${figure(reminders.length)} reminders and ${figure(moves.length)} moves of the clock, each with its event and its line of the log; one worker that shares with
PostgreSQL ${machineSince(before)}.

${figure(acted)} acted on in ${seconds.toFixed(1)} s: **${figure(acted / seconds)} dates per second**. None left, none lost, none twice: counted in the
reminders, the log and the events.
`,
  );
});
process.exit(0);

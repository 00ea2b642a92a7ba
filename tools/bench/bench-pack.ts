import 'reflect-metadata';
import { ContinuityJobs, MovePacks } from '@relais/server/continuity';
import { arrangeCaseload, checkPack, letPack } from './heavy-caseload';
import { figure, loadNow, machineSince, tell, withBench } from './with-bench';
import { workerOf } from './worker-of';

/**
 * One caseload of many files, each with an action, one in four with a meeting, one in ten with a referral: prepared, moved to four
 * colleagues by load, and given back, by one worker. Writes its section of `docs/benchmarks.md`. `FILES` (1 000) and `RELAIS_DATA` change
 * the measure.
 */
const many = Number(process.env['FILES'] ?? 1_000);

await withBench('bench-pack', undefined, async (bench) => {
  const { admin, secrets } = bench;
  const caseload = await arrangeCaseload(admin, secrets.contextKey, many);
  await admin.query('analyze app.beneficiary, app.action, app.appointment, app.referral');
  const worker = await workerOf(bench, ContinuityJobs);
  const packs = worker.get(MovePacks, { strict: false });
  const before = loadNow();
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
  await worker.close();
  const [prepared = 0, moved = 0, returned = 0] = seconds;
  const { actions, appointments, referrals } = caseload;
  await tell(
    'A caseload that changes hands',
    `Written by \`npm run bench -- pack\`. One caseload of ${figure(many)} files with ${figure(actions)} actions, ${figure(appointments)} meetings and
${figure(referrals)} referrals, split by load between four colleagues by one worker that shares with PostgreSQL ${machineSince(before)}.

Prepared in ${prepared.toFixed(1)} s, **moved in ${moved.toFixed(1)} s** (target: 10 s for 1,000 files), given back in ${returned.toFixed(1)} s. Each file once, each with its handover
and its log; afterwards the periods of every file of the region adjoin: nobody lacked a referent for an instant.
`,
  );
});
process.exit(0);

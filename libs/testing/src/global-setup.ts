import { saysQueues } from '../../../tools/test/redis';
import { CLUSTER_VARIABLE, startCluster } from './cluster';

/** One PostgreSQL for the whole run, whichever projects ask for it; it ends with the run. */
export default async function globalSetup(): Promise<void> {
  if (process.env[CLUSTER_VARIABLE] !== undefined) return;
  console.log(saysQueues());
  process.env[CLUSTER_VARIABLE] = JSON.stringify(await startCluster());
}

import type { RegionCode } from '@relais/domain';
import type { DatabaseUrls } from '../database/prepare';
import type { Secrets } from '../database/secrets';
import { loadDemo } from '../demo/load';
import { progressBar } from './progress-bar';

/** Loads the demo on the first run, with a bar; does nothing when it is there. */
export async function loadDemoOnce(urls: DatabaseUrls, secrets: Secrets, regions: readonly RegionCode[]): Promise<void> {
  const bar = progressBar('Loading the demo');
  const people = Number(process.env['DEMO_PEOPLE'] ?? 2_000);
  await loadDemo({ urls, secrets, regions, people, onProgress: bar.show });
  bar.end();
}

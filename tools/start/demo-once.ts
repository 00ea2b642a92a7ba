import type { RegionCode } from '@relais/domain';
import type { DatabaseUrls } from '../database/prepare';
import type { Secrets } from '../database/secrets';
import { loadDemo } from '../demo/load';
import { progressBar } from './progress-bar';

/** Loads the demo on the first run, with a bar; does nothing when it is there. */
export async function loadDemoOnce(urls: DatabaseUrls, secrets: Secrets, regions: readonly RegionCode[]): Promise<void> {
  const bar = progressBar('Loading the demo');
  await loadDemo({ urls, secrets, regions, onProgress: bar.show });
  bar.end();
}

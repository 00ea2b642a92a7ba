import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import chromium from '@sparticuz/chromium';
import { PRODUCT_URL } from './src/product-url';

/** An installed Chromium when there is one, else the one that comes from npm; never its own default arguments. */
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const root = join(import.meta.dirname, '..', '..');

export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.e2e.ts',
  outputDir: join(root, 'test-results', 'journeys'),
  globalSetup: './src/start-product.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // A busy machine of two cores is slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ['./src/screens/tally.ts'],
    ['./src/arrows-reporter.ts'],
    ['json', { outputFile: join(root, 'test-results', 'journeys.json') }],
  ],
  use: {
    baseURL: PRODUCT_URL,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 860 },
    screenshot: 'only-on-failure',
    // Without a film or a copy of every page, which cost as much as the journey itself.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    launchOptions: { executablePath: installed ?? (await chromium.executablePath()), args: ['--no-sandbox', '--force-color-profile=srgb'] },
  },
});

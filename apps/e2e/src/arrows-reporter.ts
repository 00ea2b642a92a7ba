import { basename } from 'node:path';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { noteJourney } from './arrows-of-run';

/** Notes which journeys ran: what they walked is compared with the table of arrows when all of them did. */
export default class ArrowsReporter implements Reporter {
  onTestEnd({ location }: TestCase, { status }: TestResult): void {
    noteJourney(basename(location.file), status === 'passed');
  }

  printsToStdio(): boolean {
    return false;
  }
}

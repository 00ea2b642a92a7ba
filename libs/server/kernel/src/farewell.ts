import { setTimeout as sleep } from 'node:timers/promises';
import { type INestApplicationContext, Injectable } from '@nestjs/common';

/** Longest wait for requests under way once no new one is taken. Source: trust.md §2, rolling deploy. */
const DRAIN_MS = 20_000;

/** Whether this process was asked to stop: it still answers, but says that it is not ready, so that nothing new is sent to it. */
@Injectable()
export class Farewell {
  /** True from the first signal on. */
  begun = false;
}

/** Says "not ready", waits until whoever sends requests has noticed, then lets those under way end and closes. */
export async function takeLeave(app: INestApplicationContext, noticeMillis: number): Promise<void> {
  app.get(Farewell).begun = true;
  await sleep(noticeMillis);
  await Promise.race([app.close(), sleep(DRAIN_MS, undefined, { ref: false })]);
}

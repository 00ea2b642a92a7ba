import type { BrowserContext, Page } from '@playwright/test';

/** Numbers that look random and come back the same from the same seed (mulberry32). */
export function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What may happen to somebody who writes. */
export const MISHAPS = ['tab killed', 'page reloaded', 'network lost', 'server error', 'answer lost', 'session revoked'] as const;

/** One mishap. */
export type Mishap = (typeof MISHAPS)[number];

/** Calls of the editor that change something. */
const writes = (method: string): boolean => ['PATCH', 'POST'].includes(method);
const INTERVIEWS = '**/api/interviews**';

/** From now on every save fails: the server says 500, or does what it was asked and its answer is lost. */
export async function failSaves(page: Page, how: 'server error' | 'answer lost'): Promise<void> {
  await page.route(INTERVIEWS, async (route) => {
    if (!writes(route.request().method())) return route.fallback();
    if (how === 'server error') return route.fulfill({ status: 500, contentType: 'text/plain', body: 'down' });
    await route.fetch().catch(() => undefined);
    await route.abort('connectionreset').catch(() => undefined);
  });
}

/** Saves reach the API again. */
export async function mendSaves(page: Page): Promise<void> {
  await page.unroute(INTERVIEWS);
}

/** Ends every session of the account as another device would: the open page only learns it from its next call. */
export async function revokeSessions(
  context: BrowserContext,
  baseURL: string,
  account: { email: string; password: string },
): Promise<void> {
  const elsewhere = await context.browser()?.newContext({ baseURL });
  if (!elsewhere) throw new Error('no browser');
  const { email, password } = account;
  const session = await elsewhere.request.post('/api/session', { data: { email, password } });
  const { csrf } = (await session.json()) as { csrf: string };
  const gone = await elsewhere.request.delete('/api/sessions', { headers: { 'x-relais-csrf': csrf } });
  if (!gone.ok()) throw new Error(`the sessions were not ended: ${gone.status()}`);
  await elsewhere.close();
}

import type { Locator, Page } from '@playwright/test';
import { Actions } from './actions';
import { expect } from './journey';

/** Steps of the story of a referral, as one does them on the screens. */

/** Refers the person whose file is open; resolves to the address of the referral and to the actions it took. */
export async function refer(page: Page, need: string, unit: RegExp): Promise<{ path: string; actions: number }> {
  const acts = new Actions(page);
  await acts.click(page.getByRole('link', { name: /^orienter$/i }));
  return { path: await sendFromComposer(page, acts, need, unit), actions: acts.count };
}

/** Fills what the composer still needs and sends; an already known need or destination is left as it is. */
export async function sendFromComposer(page: Page, acts: Actions, need?: string, unit?: RegExp): Promise<string> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Orienter');
  if (need) await acts.fill(page.getByLabel(/de quoi la personne a-t-elle besoin/i), need);
  if (unit) await acts.click(destination(page, unit));
  await expect(page.locator('rl-packet-sheet')).toContainText(need ?? /./);
  await acts.click(page.getByText('Elle est d’accord', { exact: true }));
  await acts.press('Control+Enter');
  await page.waitForURL(/\/orientations\//);
  return new URL(page.url()).pathname;
}

/** One destination of the composer's list, by its words. */
export function destination(page: Page, words: RegExp) {
  return page.locator('rl-destination-picker').getByRole('option').filter({ hasText: words }).first();
}

/** The line of a need in the inbox. */
export async function lineOf(page: Page, need: string, view = 'received') {
  await page.goto(`/boite?vue=${view}`);
  const line = page.getByRole('listitem').filter({ hasText: need });
  await expect(line).toBeVisible({ timeout: 20_000 });
  return line.getByRole('link');
}

/** A move of the referral's page, with what its dialog asks, if it asks anything. Resolves when its dialog is open, or the move is made. */
export async function move(page: Page, name: string, answer?: { words?: string; choice?: string; send: string }): Promise<void> {
  const button = page.getByRole('region', { name: 'Gestes possibles' }).getByRole('button', { name, exact: true });
  const dialog = page.getByRole('dialog');
  if (!answer) return made(page, button, dialog.waitFor());
  await button.click();
  if (answer.choice) await dialog.getByText(answer.choice, { exact: true }).click();
  if (answer.words) await dialog.getByRole('textbox').first().fill(answer.words);
  await made(page, dialog.getByRole('button', { name: answer.send, exact: true }));
  await expect(dialog).toBeHidden();
}

/** Clicks, and waits until the server has made a move, which a screen shows sooner; or for what comes instead. */
export async function made(page: Page, button: Locator, instead: Promise<void> = new Promise(() => undefined)): Promise<void> {
  const answered = page.waitForResponse(
    (got) => got.request().method() === 'POST' && /referrals\/[^/]+\/(?!packet-preview)/.test(got.url()),
  );
  await Promise.all([Promise.race([answered, instead]), button.click()]);
}

/** Logs a short interview on the open file and finishes it: the person was met. */
export async function meet(page: Page, personPath: string, words: string): Promise<void> {
  await page.goto(personPath);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill(words);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Entretien finalisé/)).toBeVisible({ timeout: 15_000 });
}

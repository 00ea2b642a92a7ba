import type { Page } from '@playwright/test';
import { crowdedWords, dialogOutside, focusTrouble, missingWords, wideElement } from './in-page';
import type { Look } from './look';
import { violations } from './violations';

const NARROWEST = 320;
const SETTLED_MS = 300;
/** As high as the screens of a desk and a phone that are looked at. */
export const HEIGHT = 850;

/** Everything that stands in somebody's way on the page as it is; empty when nothing does. */
export async function barriers(page: Page, { language, width }: Look, stops: number): Promise<string[]> {
  await whole(page);
  const found = await violations(page);
  const spoken = await page.evaluate(() => document.documentElement.lang);
  if (spoken !== language) found.push(`the page says it speaks ${spoken}`);
  found.push(...(await page.evaluate(missingWords)), ...(await page.evaluate(crowdedWords)));
  if (width < 1_000) {
    await page.setViewportSize({ width: NARROWEST, height: 640 });
    found.push(...(await overflow(page)));
  }
  await page.setViewportSize({ width, height: HEIGHT });
  found.push(...(await overflow(page)));
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab');
    const trouble = await page.evaluate(focusTrouble);
    if (trouble === 'left') break;
    if (trouble) found.push(trouble);
  }
  return [...new Set(found)];
}

/** Makes the window as high as the page: what a bar happens to cut at this place of the scroll is no fault of the page. */
async function whole(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: NARROWEST, height: HEIGHT };
  const full = await page.evaluate(() => document.documentElement.scrollHeight);
  if (full > height) await page.setViewportSize({ width, height: full });
}

/** What reaches out of the window where nobody can scroll to it: a page to the side, a dialog to any side. */
async function overflow(page: Page): Promise<string[]> {
  return [...(await highDialog(page)), ...(await page.evaluate(wideElement))];
}

/** A busy browser may draw a dialog for the window as it was before; asked once more in a window that differs by a line, it tells the truth. */
async function highDialog(page: Page): Promise<string[]> {
  if ((await page.evaluate(dialogOutside)).length === 0) return [];
  const { width, height } = page.viewportSize() ?? { width: NARROWEST, height: HEIGHT };
  await page.setViewportSize({ width, height: height - 1 });
  await page.waitForTimeout(SETTLED_MS);
  return page.evaluate(dialogOutside);
}

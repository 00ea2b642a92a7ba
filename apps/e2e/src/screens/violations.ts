import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on the page against WCAG 2.0–2.2 A and AA; what it finds while something is still on its way is looked at once more. */
export async function violations(page: Page): Promise<string[]> {
  const found = await look(page);
  return found.length === 0 ? [] : look(page);
}

async function look(page: Page): Promise<string[]> {
  await page.evaluate(settledColours);
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

/** Asked inside the page: a button that has just become able is on its way from one colour to another; a second at most is waited for it. */
async function settledColours(): Promise<void> {
  const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
  const moving = (): Promise<unknown> =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished.catch(() => undefined)),
    );
  const late = new Promise((resolve) => setTimeout(resolve, 1_000));
  await Promise.race([late, frame().then(frame).then(moving)]);
}

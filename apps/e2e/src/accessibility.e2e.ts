import type { Page } from '@playwright/test';
import { expect, test as base } from './journey';
import { absenceScreens } from './screens/absence-screens';
import { accountScreens } from './screens/account-screens';
import { agendaScreens } from './screens/agenda-screens';
import { barriers, HEIGHT } from './screens/barriers';
import { boardScreens } from './screens/board-screens';
import { continuityScreens } from './screens/continuity-screens';
import { type Look, looksOf, wordsOf } from './screens/look';
import { mergeScreens } from './screens/merge-screens';
import { peopleScreens } from './screens/people-screens';
import { referralScreens } from './screens/referral-screens';
import { regionScreens } from './screens/region-screens';
import { Scene } from './screens/scene';
import type { State } from './screens/screen';
import { Stage } from './screens/stage';
import { workScreens } from './screens/work-screens';
import { PRODUCT_URL } from './product-url';

const SCREENS = [
  ...accountScreens,
  ...workScreens,
  ...agendaScreens,
  ...peopleScreens,
  ...mergeScreens,
  ...continuityScreens,
  ...absenceScreens,
  ...boardScreens,
  ...referralScreens,
  ...regionScreens,
];
/** `npm run axe` looks at every state in every look; `npm test` at each state in its turn of the four that pair all values. */
const every = process.env['AXE_LOOKS'] === 'every';
/** Stops of the Tab key on the first state of a screen, and on the others. */
const STOPS = [40, 8] as const;
const PATIENCE_MS = every ? 1_200_000 : 180_000;

const test = base.extend<object, { stage: Stage }>({
  stage: [
    async ({ browser }, use) => {
      const stage = new Stage(browser, PRODUCT_URL);
      await use(stage);
      await stage.close();
    },
    { scope: 'worker' },
  ],
});

/** A trace of hundreds of pages would cost more than the look at them. */
test.use({ trace: 'off', screenshot: 'off', keepsPages: true });

for (const { name, as, states } of SCREENS) {
  test(`no barrier: ${name}`, async ({ stage }, { annotations }) => {
    test.setTimeout(PATIENCE_MS);
    const page = await stage.pageOf(as);
    const found: string[] = [];
    let looks = 0;
    for (const [index, state] of states.entries()) {
      for (const look of looksOf(index, states.length, every)) {
        looks += 1;
        const all = await see(page, state, look, STOPS[index === 0 ? 0 : 1]);
        found.push(...all.map((barrier) => `${state.name} (${wordsOf(look)}) ${barrier}`));
      }
    }
    annotations.push({ type: 'states', description: `${states.length}` }, { type: 'looks', description: `${looks}` });
    expect(found).toEqual([]);
  });
}

/** Brings a state about in one look and says what stands in the way; then leaves the page as a page without any state. */
async function see(page: Page, state: State, look: Look, stops: number): Promise<string[]> {
  await page.setViewportSize({ width: look.width, height: HEIGHT });
  await page.emulateMedia({ colorScheme: look.theme, reducedMotion: 'reduce' });
  await page.evaluate((code) => localStorage.setItem('relais.language', code), look.language);
  try {
    await state.show(new Scene(page, look));
    return await barriers(page, look, stops);
  } catch (problem) {
    return [`does not stand: ${String(problem).slice(0, 400)}`];
  } finally {
    await page.context().setOffline(false);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  }
}

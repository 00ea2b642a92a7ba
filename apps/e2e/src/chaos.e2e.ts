import type { BrowserContext, Page } from '@playwright/test';
import { diceOf, failSaves, mendSaves, type Mishap, MISHAPS, revokeSessions } from './chaos';
import { accountOf, type DemoAccount, expect, test } from './journey';

/** Rounds of each of the two journeys, and what they draw from: `CHAOS_ROUNDS=50 CHAOS_SEED=7` plays a longer or another game. */
const ROUNDS = Number(process.env['CHAOS_ROUNDS'] ?? 6);
const SEED = Number(process.env['CHAOS_SEED'] ?? 20261125);

/** What was typed this long before a mishap must never be lost. Source: experience.md, G8. */
const OLD_ENOUGH_MS = 1_000;

/** By its label: behind the lock of an ended session it is no longer a textbox for assistive technology, yet it is there. */
const noteOf = (page: Page) => page.getByLabel('Note', { exact: true });
const saved = (page: Page) => page.getByText('Enregistré', { exact: true }).first();

/** Types words with pauses like a person's; hands back what stood there a second before the end. */
async function typeFor(page: Page, words: string, dice: () => number): Promise<string> {
  const typed: { text: string; at: number }[] = [];
  for (const word of words.split(/(?<= )/)) {
    await page.keyboard.type(word);
    typed.push({ text: word, at: Date.now() });
    await page.waitForTimeout(Math.floor(dice() * 260));
  }
  const end = Date.now();
  return typed
    .filter(({ at }) => end - at >= OLD_ENOUGH_MS)
    .map(({ text }) => text)
    .join('');
}

async function reopen(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await expect(noteOf(page)).toBeVisible({ timeout: 15_000 });
  return page;
}

/** Lets one thing happen; hands back the page on which writing goes on. */
async function suffer(page: Page, mishap: Mishap, baseURL: string, account: DemoAccount): Promise<Page> {
  const [context, address] = [page.context(), page.url()];
  if (mishap === 'tab killed') {
    await page.close({ runBeforeUnload: false });
    return reopen(context, address);
  }
  if (mishap === 'page reloaded') await page.reload();
  if (mishap === 'network lost') await context.setOffline(true);
  if (mishap === 'server error' || mishap === 'answer lost') await failSaves(page, mishap);
  if (mishap === 'session revoked') await revokeSessions(context, baseURL, account);
  await expect(noteOf(page)).toBeVisible({ timeout: 15_000 });
  return page;
}

/** Ends what happened: the network is back, the server well, the session signed in again over the page. */
async function mend(page: Page, mishap: Mishap, account: DemoAccount): Promise<void> {
  await page.context().setOffline(false);
  await mendSaves(page);
  if (mishap !== 'session revoked') return;
  const password = page.getByRole('dialog').getByLabel(/mot de passe/i);
  await password.fill(account.password, { timeout: 20_000 });
  await page.keyboard.press('Enter');
  await expect(password).toBeHidden();
}

for (const [index, name] of ['enzo.aure', 'maeva.payet'].entries()) {
  test(`nothing older than a second is lost in ${ROUNDS} random mishaps (${index + 1})`, async ({
    page: first,
    baseURL,
    accounts,
    signIn,
  }) => {
    test.setTimeout(60_000 + ROUNDS * 25_000);
    const dice = diceOf(SEED + index);
    const account = accountOf(accounts, name);
    await signIn(first, account);
    await first.goto('/personnes?pour=entretien');
    await first.getByRole('table').getByRole('link').first().click();
    await expect(noteOf(first)).toBeFocused();
    await first.keyboard.type('Début. ');
    await expect(saved(first)).toBeVisible();

    let page = first;
    for (let round = 1; round <= ROUNDS; round += 1) {
      const mishap = MISHAPS[Math.floor(dice() * MISHAPS.length)] ?? 'tab killed';
      await test.step(`round ${round}: ${mishap}`, async () => {
        await noteOf(page).focus();
        await page.keyboard.press('Control+End');
        const before = await noteOf(page).inputValue();
        const old = await typeFor(page, `Tour ${round} avant la panne, elle parle de son projet et de ses freins. `, dice);
        page = await suffer(page, mishap, baseURL ?? '', account);
        expect(await noteOf(page).inputValue()).toContain(before + old);

        const lasting = ['network lost', 'server error', 'answer lost'].includes(mishap);
        if (lasting) {
          await noteOf(page).focus();
          await page.keyboard.press('Control+End');
          const during = await noteOf(page).inputValue();
          const older = await typeFor(page, `Tour ${round} pendant la panne, la suite est convenue avec elle. `, dice);
          if (dice() < 0.5 && mishap !== 'network lost') {
            const address = page.url();
            const context = page.context();
            await page.close({ runBeforeUnload: false });
            page = await reopen(context, address);
          }
          expect(await noteOf(page).inputValue()).toContain(during + older);
        }
        await noteOf(page).focus();
        await page.keyboard.press('Control+End');
        await page.keyboard.type('. ');
        await page.waitForTimeout(500);
        await mend(page, mishap, account);
        await expect(saved(page)).toBeVisible({ timeout: 25_000 });
        await expect(page.getByText('Garder les deux')).toBeHidden();
      });
    }

    const all = await noteOf(page).inputValue();
    const elsewhere = await page
      .context()
      .browser()
      ?.newContext({ baseURL: baseURL ?? '' });
    if (!elsewhere) throw new Error('no browser');
    const other = await elsewhere.newPage();
    await signIn(other, account);
    await other.goto(new URL(page.url()).pathname);
    await expect(noteOf(other)).toHaveValue(all);
    await elsewhere.close();
  });
}

import { readFile } from 'node:fs/promises';
import { type DemoAccount, expect, test } from './journey';

const ofRole = (accounts: readonly DemoAccount[], region: string, role: string): DemoAccount => {
  const found = accounts.find((account) => account.region === region && account.role === role);
  if (!found) throw new Error(`no demo account of a ${role} in ${region}`);
  return found;
};

test('a regional manager sees where support breaks, by operator, and takes the numbers along', async ({ page, accounts, signIn }) => {
  await signIn(page, ofRole(accounts, '53', 'regional_manager'));
  await expect(page.getByRole('heading', { level: 1, name: 'Pilotage' })).toBeVisible();
  await expect(page.locator('.tiles li')).toHaveCount(5);

  // Of a quarter that has just begun too few referrals are sent for a stream to be told; one of two is drawn on any day of the year.
  const flow = page.locator('rl-figure#flow');
  for (const nth of [1, 0]) {
    const quarter = page.getByRole('navigation', { name: 'Trimestre affiché' }).getByRole('link').nth(nth);
    const name = await quarter.innerText();
    await quarter.click();
    await expect(page).toHaveURL(/periode=\d{4}-Q\d/);
    await expect(page.locator('.lead')).toContainText(name);
    if ((await flow.getByRole('application').count()) > 0) break;
  }

  await flow.getByRole('application').focus();
  await page.keyboard.press('ArrowDown');
  await expect(flow.getByRole('status')).toContainText('→');
  await page.keyboard.press('t');
  await expect(flow.getByRole('table')).toBeVisible();
  await expect(flow.getByRole('row').nth(1)).toContainText('Toute la région');

  const [download] = await Promise.all([page.waitForEvent('download'), flow.getByRole('button', { name: 'Fichier CSV' }).click()]);
  const file = await readFile(await download.path(), 'utf8');
  const shown = (await flow.getByRole('row').allInnerTexts()).map((row) => row.split('\t').map((cell) => cell.trim()));
  expect(
    file
      .trim()
      .split('\r\n')
      .map((line) => line.split(';')),
  ).toEqual(shown);
});

test('no number from one to four is on the page of the region, nor any way to a file', async ({ page, accounts, signIn }) => {
  await signIn(page, ofRole(accounts, '04', 'regional_manager'));
  await expect(page.locator('.tiles li')).toHaveCount(5);
  for (const figure of ['#flow', '#caseload', '#unassigned']) {
    const place = page.locator(`rl-figure${figure}`);
    await place.getByRole('button', { name: 'Voir en tableau' }).click();
    const cells = await place.locator('tbody td:nth-child(-n+3)').allInnerTexts();
    expect(cells.filter((cell) => /^[1-4]$/.test(cell.trim()))).toEqual([]);
  }
  await expect(page.locator('a[href*="/personnes"]')).toHaveCount(0);
  await page.goto('/personnes');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page introuvable');
});

import { accountOf, expect, letters, openFileOf, test } from './journey';
import { tabTo } from './tab-to';

/** Fails as soon as anything touches the mouse of the page. */
const noMouse = `for (const name of ['mousedown', 'pointerdown', 'wheel']) addEventListener(name, () => { window.mouseUsed = true; }, true);`;

test('without a mouse: a person is referred from their file, and the other side sorts its inbox with one key per verdict', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(180_000);
  const words = letters();
  const needs = [`Premier besoin ${words}`, `Second besoin ${words}`] as const;
  const sender = await (await browser.newContext()).newPage();
  const receiver = await (await browser.newContext()).newPage();
  await signIn(sender, accountOf(accounts, 'severine.legrand'));
  const file = await openFileOf(sender, { familyName: `Touches ${words}`, givenName: 'Awen' });
  await signIn(receiver, accountOf(accounts, 'christian.floch'));
  await Promise.all([sender, receiver].map((page) => page.addInitScript(noMouse)));

  for (const need of needs) {
    await sender.goto(file);
    await expect(sender.getByRole('heading', { level: 1 })).toContainText('Awen');
    await sender.keyboard.press('o');
    await expect(sender.getByRole('heading', { level: 1 })).toContainText('Orienter');
    await tabTo(sender, sender.getByLabel(/de quoi la personne a-t-elle besoin/i));
    await sender.keyboard.type(need);
    await sender.keyboard.press('Tab');
    // The same request twice at the same desk would be a twin: another theme.
    if (need === needs[1]) await sender.keyboard.press('ArrowDown');
    await tabTo(sender, sender.getByLabel('Filtrer les structures'));
    await sender.keyboard.type('CEP Bretagne, Conseillers Est');
    await expect(sender.locator('rl-destination-picker').getByRole('option')).toHaveCount(1);
    await sender.keyboard.press('ArrowDown');
    await sender.keyboard.press('Enter');
    await expect(sender.locator('rl-packet-sheet')).toContainText(need);
    // What the person said when their file was opened is not asked again.
    await expect(sender.getByRole('radio', { name: 'Elle est informée' })).toBeChecked();
    await sender.keyboard.press('Control+Enter');
    await expect(sender).toHaveURL(/\/orientations\//);
    expect(await sender.evaluate('window.mouseUsed === true')).toBe(false);
  }

  await receiver.goto('/journee');
  await expect(receiver.getByRole('heading', { level: 1, name: 'Ma journée' })).toBeVisible();
  await receiver.keyboard.press('g');
  await receiver.keyboard.press('b');
  const lines = receiver.locator('rl-inbox-page').getByRole('listitem').filter({ hasText: words });
  await expect(lines).toHaveCount(2, { timeout: 20_000 });
  const focused = receiver.locator('li:has(:focus)');
  await tabTo(receiver, receiver.locator('rl-inbox-page ul[class*=lines] a').first());
  while (!(await focused.textContent())?.includes(words)) await receiver.keyboard.press('j');
  await receiver.keyboard.press('Enter');
  const panel = receiver.locator('rl-side-panel');
  await expect(panel).toContainText(words);
  await receiver.keyboard.press('p');
  await expect(panel.locator('rl-packet-sheet')).toContainText(words);

  const first = (await focused.textContent()) ?? '';
  await receiver.keyboard.press('a');
  await expect(receiver.locator('rl-toasts')).toContainText('Acceptée');
  await expect(lines).toHaveCount(1);
  await receiver.keyboard.press('Control+z');
  await expect(lines).toHaveCount(2);
  while ((await focused.textContent()) !== first) await receiver.keyboard.press('k');
  await receiver.keyboard.press('h');
  await expect(receiver.getByRole('dialog')).toContainText('Reporter jusqu’à quand ?');
  await receiver.keyboard.press('Enter');
  await expect(lines).toHaveCount(1);
  await expect(focused).toHaveCount(1);
  while (!(await focused.textContent())?.includes(words)) await receiver.keyboard.press('j');
  await receiver.keyboard.press('c');
  await expect(receiver.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await receiver.keyboard.type('Quel est son niveau de français ?');
  await receiver.keyboard.press('Control+Enter');
  await expect(receiver.locator('rl-toasts')).toContainText('Question posée');
  await receiver.keyboard.press('g');
  await receiver.keyboard.press('j');
  await expect(receiver.getByRole('heading', { level: 1, name: 'Ma journée' })).toBeVisible();
  expect(await receiver.evaluate('window.mouseUsed === true')).toBe(false);
  await receiver.goto('/boite');
  await expect(receiver.getByRole('link', { name: /Reportées 1/ })).toBeVisible();
});

import type { Browser, Locator, Page } from '@playwright/test';
import { accountOf, expect, letters, openFileOf, test } from './journey';

const NEVER_EXISTED = '01900000-0000-7000-8000-000000000000';

test.describe('a file of Bretagne', () => {
  const strangers = [
    { who: 'a counsellor of La Réunion', name: 'aurelie.grondin', author: 'samuel.moreau' },
    { who: 'a counsellor of another operator', name: 'eodez.marrec', author: 'fabrice.joly' },
  ];
  for (const { who, name, author } of strangers) {
    test(`is for ${who} the same page as a file that never existed`, async ({ page, browser, baseURL, accounts, signIn }) => {
      await signIn(page, accountOf(accounts, author));
      const person = { familyName: 'Kerouanton-Essai', givenName: `Maël${letters()}` };
      const address = await openFileOf(page, person);

      const other = await elsewhere(browser, baseURL);
      await signIn(other, accountOf(accounts, name));
      const refused = await wordsAt(other, address);
      expect(refused.words).not.toContain(person.givenName);
      expect(refused.words).not.toContain(person.familyName);
      expect(await wordsAt(other, `/personnes/${NEVER_EXISTED}`)).toEqual(refused);
      await other.context().close();
    });
  }
});

test('another operator of the region finds initials and whom to ask; another region finds nobody', async ({
  page,
  browser,
  baseURL,
  accounts,
  signIn,
}) => {
  await signIn(page, accountOf(accounts, 'karim.benali'));
  const person = { familyName: 'Quintreau-Essai', givenName: `Lénaïg${letters()}` };
  await openFileOf(page, person);

  const neighbour = await elsewhere(browser, baseURL);
  await signIn(neighbour, accountOf(accounts, 'samira.benali'));
  const line = (await foundBy(neighbour, person)).first();
  await expect(line).toContainText('L. Q.');
  await expect(line).toContainText('née ou né en 2005');
  await expect(line).toContainText('CIO Rennes');
  await expect(line.getByRole('link')).toHaveCount(0);
  await expect(neighbour.getByRole('main')).not.toContainText(person.givenName);
  await neighbour.context().close();

  const faraway = await elsewhere(browser, baseURL);
  await signIn(faraway, accountOf(accounts, 'melissa.boyer'));
  await expect(await foundBy(faraway, person)).toHaveCount(0);
  await expect(faraway.getByText('Personne ne correspond à ces mots.')).toBeVisible();
  await faraway.context().close();
});

/** The lines that a search of the whole name finds. */
async function foundBy(page: Page, person: { familyName: string; givenName: string }): Promise<Locator> {
  await page.goto('/personnes');
  await expect(page.getByRole('heading', { name: 'Les dossiers de mon équipe' })).toBeVisible();
  const answered = page.waitForResponse('**/api/beneficiary-searches');
  await page.getByRole('searchbox').fill(`${person.givenName} ${person.familyName}`);
  await answered;
  return page.getByRole('main').getByRole('listitem');
}

/** A browser of its own, as on another desk. */
async function elsewhere(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', ...(baseURL && { baseURL }) });
  return context.newPage();
}

/** Title and words of a refused page, without the code of the request, which differs each time. */
async function wordsAt(page: Page, address: string): Promise<{ title: string; words: string }> {
  await page.goto(address);
  const main = page.getByRole('main');
  await expect(main.getByRole('alert')).toBeVisible();
  return { title: await page.title(), words: (await main.innerText()).replace(/(Code de support\s:) \S+/, '$1') };
}

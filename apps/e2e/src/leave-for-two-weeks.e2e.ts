import type { Page } from '@playwright/test';
import { WITHOUT_LEAD } from '../../../libs/testing/src/without-lead';
import { askDatabase } from './ask-database';
import { accountOf, type DemoAccount, expect, expectNoBarrier, test } from './journey';

/** The two counsellors of the lead's unit with most files; all have the password of the demo. */
const TEAM = `
  select a.email, a.given_name || ' ' || a.family_name as name,
    (select count(*)::int from app.beneficiary b where b.region = '53' and b.lead_post_id = p.post_id and b.status = 'active') as files
  from auth.account_post p join auth.account a on a.id = p.account_id
  where p.region = '53' and p.role = 'counsellor' and p.active and p.unit_id = (
      select q.unit_id from auth.account_post q join auth.account l on l.id = q.account_id where l.email = $1 and q.region = '53' limit 1)
    and (select count(*) from auth.account_post o where o.account_id = a.id) = 1
  order by files desc, a.email limit 2`;

/** The absence of the pack that was moved ended yesterday. */
const THE_DAY_HAS_COME = `
  with pack as (update app.continuity_pack set returns_on = current_date where region = '53' and status = 'moved' returning absence_id)
  update app.absence a set starts_on = a.starts_on - 14, ends_on = current_date - 1 from pack
  where a.region = '53' and a.id = pack.absence_id`;

const today = (): string => new Date().toISOString().slice(0, 10);

test('a counsellor leaves for two weeks: the colleague finds fragile files first, all comes back on the day, nobody lacked a referent', async ({
  browser,
  accounts,
  signIn,
}) => {
  test.setTimeout(240_000);
  const lead = accountOf(accounts, 'yann.lebihan');
  const [leaving, staying] = await askDatabase<{ email: string; name: string; files: number }>(TEAM, [lead.email]);
  if (!leaving || !staying) throw new Error('the unit of the lead has no two counsellors');
  const enter = async (account: DemoAccount): Promise<Page> => {
    const page = await (await browser.newContext()).newPage();
    await signIn(page, account);
    return page;
  };

  const away = await enter({ ...lead, email: leaving.email });
  await away.goto('/absences');
  await away.getByRole('button', { name: 'Noter une absence' }).click();
  await away.getByLabel('Premier jour d’absence').fill(today());
  await away.getByRole('button', { name: 'Noter, puis choisir qui prend' }).click();
  await expect(away.getByRole('heading', { level: 1 })).toContainText(leaving.name);
  const path = new URL(away.url()).pathname;
  await away.locator('label.check').filter({ hasText: staying.name }).getByRole('checkbox').check();
  await away.getByRole('button', { name: 'Voir ce qui serait confié' }).click();
  await expect(away.getByRole('heading', { name: 'Voici ce qui serait confié' })).toBeVisible({ timeout: 20_000 });
  await expect(away.getByText('confie les dossiers d’un clic')).toBeVisible();
  await expectNoBarrier(away);

  const leads = await enter(lead);
  await leads.goto('/absences');
  await leads.getByRole('link', { name: leaving.name }).click();
  await leads.getByRole('button', { name: 'Confier ces dossiers' }).click();
  await leads.getByRole('dialog').getByRole('button', { name: 'Confier' }).click();
  await expect(leads.getByRole('heading', { name: 'Les dossiers sont confiés' })).toBeVisible({ timeout: 30_000 });

  const takes = await enter({ ...lead, email: staying.email });
  await expect(takes.getByText(`Reçus de ${leaving.name}`)).toBeVisible();
  await takes.getByRole('link', { name: 'Voir ces dossiers' }).click();
  await expect(takes.getByRole('heading', { level: 1 })).toContainText(leaving.name);
  await expect(takes.locator('rl-pack-file-row').first().locator('.badge').first()).toBeVisible();
  await expectNoBarrier(takes);
  await takes.locator('rl-pack-file-row').first().getByRole('link').click();
  await takes.getByText('Tous les référents').click();
  await expect(takes.locator('rl-referents li').first()).toContainText(staying.name);
  await expect(takes.locator('rl-referents li').nth(1)).toContainText(leaving.name);

  await askDatabase(THE_DAY_HAS_COME);
  await away.goto(path);
  await expect(away.getByRole('heading', { name: 'Les dossiers sont revenus' })).toBeVisible({ timeout: 30_000 });
  const back = await askDatabase<{ email: string; files: number }>(TEAM, [lead.email]);
  expect(back.find(({ email }) => email === leaving.email)?.files).toBe(leaving.files);
  expect(await askDatabase(WITHOUT_LEAD, ['53'])).toEqual([]);
});

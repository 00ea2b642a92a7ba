import type { Browser, BrowserContext, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import type { DemoAccount } from '../journey';

type Post = { readonly id: string; readonly regionName: string };

/** One signed-in page per account, kept for every screen that the worker looks at. */
export class Stage {
  private readonly pages = new Map<string, Promise<Page>>();

  constructor(
    private readonly browser: Browser,
    private readonly baseURL: string,
  ) {}

  /** The page of whoever this is: the beginning of an e-mail, a role of the region 53, or nobody. */
  pageOf(who: string | undefined): Promise<Page> {
    const known = this.pages.get(who ?? '') ?? this.open(who);
    this.pages.set(who ?? '', known);
    return known;
  }

  async close(): Promise<void> {
    for (const page of this.pages.values()) await (await page).context().close();
  }

  private async open(who: string | undefined): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.baseURL, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
    if (who) await signIn(context, who);
    const page = await context.newPage();
    await page.goto('/connexion');
    return page;
  }
}

/** Signs in without the screens: each of them has its own journey for that. */
async function signIn({ request }: BrowserContext, who: string): Promise<void> {
  const { items } = (await (await request.get('/api/demo/accounts')).json()) as { items: DemoAccount[] };
  const account = items.find(({ email, region, role }) => email.startsWith(`${who}@`) || (region === '53' && role === who));
  if (!account) throw new Error(`no demo account for ${who}`);
  const { email, password, secret } = account;
  const code = secret ? { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() } : {};
  const answer = await request.post('/api/session', { data: { email, password, ...code } });
  if (!answer.ok()) throw new Error(`${who} can't sign in: ${answer.status()}`);
  const { posts, post, csrf } = (await answer.json()) as { posts: Post[]; post: Post | null; csrf: string };
  const { id } = posts.find(({ regionName }) => regionName === account.regionName) ?? {};
  if (post?.id !== id) await request.put('/api/session/post', { data: { postId: id }, headers: { 'x-relais-csrf': csrf } });
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from '../journey';
import type { Look } from './look';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
type Words = { readonly [key: string]: string | Words };
const read = new Map<string, Words>();

/** One page, seen in one way; its network can be held, cut, or made to answer otherwise. */
export class Scene {
  constructor(
    readonly page: Page,
    readonly look: Look,
  ) {}

  /** The text of a key in the language of this look, as the screens have it. */
  say(key: string): string {
    const [area = '', ...path] = key.split('.');
    const file = area === 'shell' ? 'apps/back-office/src/i18n' : `libs/web/${area}/src/i18n`;
    const name = join(ROOT, file, `${this.look.language}.json`);
    if (!read.has(name)) read.set(name, JSON.parse(readFileSync(name, 'utf8')) as Words);
    let words: string | Words | undefined = read.get(name);
    for (const step of path) words = typeof words === 'object' ? words[step] : undefined;
    if (typeof words !== 'string') throw new Error(`no words for ${key}`);
    return words;
  }

  /** A text with holes, as a pattern. */
  like(key: string): RegExp {
    const parts = this.say(key)
      // Names of buttons are compared with plain spaces.
      .replace(/\s/g, ' ')
      .split(/\{\{[^}]*\}\}/);
    return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'));
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(path);
  }

  /** Presses the button with these words. */
  async press(key: string, within = 'body'): Promise<void> {
    await this.page
      .locator(within)
      .getByRole('button', { name: this.like(key) })
      .first()
      .click();
  }

  async see(css: string): Promise<void> {
    await expect(this.page.locator(css).first()).toBeVisible();
  }

  async dialog(): Promise<void> {
    await this.see('[role=dialog] #rl-dialog-title');
  }

  /** What the API answers to whoever is signed in. */
  async read<T>(path: string): Promise<T> {
    let answer = await this.page.request.get(path);
    // A long look outlives its access of ten minutes; the page renews its own, and so does this.
    if (answer.status() === 401 && (await this.page.request.post('/api/session/refresh')).ok()) answer = await this.page.request.get(path);
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`);
    return (await answer.json()) as T;
  }

  /** The id of the first thing of a list. */
  async first(path: string): Promise<string> {
    const { items } = await this.read<{ items: { id: string }[] }>(path);
    if (!items[0]) throw new Error(`nothing in ${path}`);
    return items[0].id;
  }

  /** The name of somebody whose file is one's own. */
  async someone(): Promise<string> {
    const { items } = await this.read<{ items: { name: string }[] }>('/api/beneficiaries?limit=1');
    return items[0]?.name ?? '';
  }

  /** The API's own answer, changed on its way. */
  async answer(url: RegExp, change: (json: Answer) => unknown, method = 'GET'): Promise<void> {
    await this.page.route(url, async (route) => {
      if (route.request().method() !== method) return route.fallback();
      const response = await route.fetch();
      await route.fulfill({ response, json: change((await response.json()) as Answer) });
    });
  }

  /** An answer of our own, for what the demo does not have. */
  async give(url: RegExp, json: object): Promise<void> {
    await this.page.route(url, (route) => (route.request().method() === 'GET' ? route.fulfill({ json }) : route.fallback()));
  }

  /** The API refuses, with the document of a refusal. */
  async refuse(url: RegExp, status = 500, code = 'request.failed', method?: string): Promise<void> {
    const body = JSON.stringify({ type: 'about:blank', title: code, status, code, requestId: 'essai-1', errors: [] });
    await this.page.route(url, (route) =>
      method && route.request().method() !== method
        ? route.fallback()
        : route.fulfill({ status, contentType: 'application/problem+json', body }),
    );
  }

  /** No network towards there. */
  async cut(url: RegExp): Promise<void> {
    await this.page.route(url, (route) => route.abort('internetdisconnected'));
  }

  /** The answer never comes. */
  async hold(url: RegExp): Promise<void> {
    await this.page.route(url, () => new Promise<void>(() => undefined));
  }
}

/** An answer of the API, of which a change knows only that it has names, and perhaps a list. */
export type Answer = Record<string, unknown> & { items?: Record<string, unknown>[] };

/** The same answer with nothing in it. */
export function emptied(json: Answer): Answer {
  const none = Object.entries(json).map(([key, value]) => [key, Array.isArray(value) ? [] : key === 'next' ? null : value]);
  return Object.fromEntries(none) as Answer;
}

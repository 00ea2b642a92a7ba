import { DOCUMENT, inject, Service } from '@angular/core';
import { type Translation, TranslocoService } from '@jsverse/transloco';
import { CurrentLanguage, type LanguageCode } from './current-language';
import { FirstWords } from './first-words';
import type { Words } from './words';

export type { LanguageCode } from './current-language';
export type { Words } from './words';

/** The language of the screens: changed without a reload, once every word in use is there. */
@Service()
export class Language {
  private readonly transloco = inject(TranslocoService);
  private readonly shown = inject(CurrentLanguage);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly scopes = new Map(Object.entries(inject(FirstWords)));
  private readonly fetched = new Set<string>();

  readonly current = this.shown.code;

  /** The words of the language kept on this device, before the first page. */
  async start(): Promise<void> {
    await this.use(this.shown.code());
  }

  async use(code: LanguageCode): Promise<void> {
    await Promise.all([...this.scopes.keys()].map((scope) => this.fetch(scope, code)));
    this.shown.set(code);
    this.root.lang = code;
    this.transloco.setActiveLang(code);
  }

  /** Makes the words of an area ready; resolves to `true` so that a route guard may return it. */
  async need(scope: string, words: Words): Promise<true> {
    this.scopes.set(scope, words);
    await this.fetch(scope, this.shown.code());
    return true;
  }

  /** A text in the current language, for code outside templates. Reading it in a template or a computed follows the language. */
  say(key: string, params: Record<string, unknown> = {}): string {
    return this.transloco.translate(key, params, this.shown.code());
  }

  private async fetch(scope: string, code: LanguageCode): Promise<void> {
    const name = `${scope}/${code}`;
    if (this.fetched.has(name)) return;
    const loaded: { default?: Translation } = (await this.scopes.get(scope)?.[code]()) ?? {};
    const words: Translation = loaded.default ?? loaded;
    this.transloco.setTranslation({ [scope]: words }, code, { merge: true, emitChange: false });
    this.fetched.add(name);
  }
}

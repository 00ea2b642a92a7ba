import { effect, inject, Injector, Service, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { CurrentLanguage } from './current-language';

/** Page titles: a route's `title` is a key of words, said again when the language changes. */
@Service()
export class SpokenTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly injector = inject(Injector);
  private readonly language = inject(CurrentLanguage);
  private readonly key = signal('');

  constructor() {
    super();
    effect(() => {
      const key = this.key();
      const code = this.language.code();
      const said = key ? this.injector.get(TranslocoService).translate<string>(key, {}, code) : '';
      this.title.setTitle(said ? `${said} · Relais` : 'Relais');
    });
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.key.set(this.buildTitle(state) ?? '');
  }
}

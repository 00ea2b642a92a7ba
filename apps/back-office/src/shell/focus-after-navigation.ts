import { DOCUMENT, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/** After each change of page the focus goes to its title, so that everyone hears where they are, unless the page put it somewhere. */
@Injectable()
export class FocusAfterNavigation {
  private readonly document = inject(DOCUMENT);
  private title: Element | null = null;

  constructor() {
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => setTimeout(() => this.arrive()));
  }

  private arrive(): void {
    const title = this.document.querySelector<HTMLElement>('main h1');
    const first = this.title === null;
    // A panel that changed the address left the page, and its title, where they were.
    if (!title || title === this.title) return;
    this.title = title;
    if (first || title.closest('main')?.contains(this.document.activeElement)) return;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }
}

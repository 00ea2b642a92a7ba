import { DestroyRef, DOCUMENT, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/** After each change of page the focus goes to its title, so that everyone hears where they are, unless the page put it somewhere. */
@Injectable()
export class FocusAfterNavigation {
  private readonly document = inject(DOCUMENT);
  private title: Element | null = null;
  private waiting: MutationObserver | undefined;
  private first = true;

  constructor() {
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => setTimeout(() => this.await()));
    inject(DestroyRef).onDestroy(() => this.waiting?.disconnect());
  }

  /** The title of some pages comes with what they read: it is awaited, unless the reader moved on meanwhile. */
  private await(): void {
    this.waiting?.disconnect();
    const main = this.document.querySelector('main');
    if (!main || this.arrive()) return;
    this.waiting = new MutationObserver(() => {
      if (this.arrive()) this.waiting?.disconnect();
    });
    this.waiting.observe(main, { childList: true, subtree: true });
  }

  private arrive(): boolean {
    const title = this.document.querySelector<HTMLElement>('main h1');
    if (!title) return false;
    // A panel that changed the address left the page, and its title, where they were.
    const same = title === this.title;
    const first = this.first;
    this.title = title;
    this.first = false;
    if (same || first || busy(title, this.document.activeElement)) return true;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    return true;
  }
}

/** Whether the focus is already inside the page, on something of its own. */
function busy(title: Element, active: Element | null): boolean {
  const main = title.closest('main');
  return active !== main && (main?.contains(active) ?? false);
}

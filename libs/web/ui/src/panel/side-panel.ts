import { Component, ElementRef, afterRenderEffect, inject, input, output, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../icon/icon';

/** What is open beside a list. Escape closes it and gives the focus back; on a phone it covers the page. */
@Component({
  selector: 'rl-side-panel',
  imports: [Icon, RouterLink, TranslocoDirective],
  host: { '[class.open]': 'open()', '(keydown.escape)': 'leave($event)' },
  template: `
    @if (open()) {
      <aside [attr.aria-label]="label()" *transloco="let t">
        <div class="bar">
          <h2 tabindex="-1">{{ label() }}</h2>
          @if (fullPage(); as link) {
            <a class="button small" [routerLink]="link">{{ t('ui.openFull') }}</a>
          }
          <button type="button" class="icon-button" [attr.aria-label]="t('ui.close')" (click)="close()"><rl-icon name="close" /></button>
        </div>
        <div class="content"><ng-content /></div>
      </aside>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    aside {
      background: var(--raised);
      border-radius: 1rem;
      box-shadow: 0 1px 3px var(--shadow);
      min-inline-size: 0;
      padding: var(--space-4) var(--space-5) var(--space-5);
    }
    .bar {
      align-items: center;
      display: flex;
      gap: var(--space-2);
      margin-block-end: var(--space-4);
    }
    .bar h2 {
      flex: 1;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    @media (width >= 64rem) {
      aside {
        align-self: start;
        inset-block-start: 5rem;
        max-block-size: calc(100dvh - 6rem);
        overflow: auto;
        position: sticky;
      }
    }
    @media (width < 64rem) {
      aside {
        border-radius: 0;
        inset: 0;
        overflow: auto;
        padding-block-end: 6rem;
        position: fixed;
        z-index: 30;
      }
    }
  `,
})
export class SidePanel {
  readonly open = input.required<boolean>();
  readonly label = input.required<string>();
  /** Address of the same thing as a page. */
  readonly fullPage = input<string | readonly unknown[]>();
  /** Whether the focus moves into the panel as it opens. Leave it off when J/K keep the panel moving. */
  readonly takesFocus = input(false);
  readonly closed = output<void>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private opener: Element | null = null;

  constructor() {
    afterRenderEffect(() => {
      if (!this.open()) return;
      untracked(() => {
        const active = this.host.ownerDocument.activeElement;
        if (!this.host.contains(active)) this.opener = active;
        const covers =
          this.host.querySelector('aside') && getComputedStyle(this.host.querySelector('aside') as Element).position === 'fixed';
        if (this.takesFocus() || covers) this.host.querySelector<HTMLElement>('h2')?.focus();
      });
    });
  }

  protected leave(event: Event): void {
    if (!this.open()) return;
    event.stopPropagation();
    this.close();
  }

  protected close(): void {
    this.closed.emit();
    if (this.opener instanceof HTMLElement && this.opener.isConnected) this.opener.focus();
  }
}

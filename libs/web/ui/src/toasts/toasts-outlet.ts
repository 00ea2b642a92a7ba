import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import { Toasts } from './toasts';

/** Where the messages appear; the shell has one. */
@Component({
  selector: 'rl-toasts',
  imports: [Icon, TranslocoDirective],
  host: {
    role: 'status',
    'aria-live': 'polite',
    '(mouseenter)': 'toasts.hold()',
    '(mouseleave)': 'toasts.resume()',
    '(focusin)': 'toasts.hold()',
    '(focusout)': 'toasts.resume()',
  },
  template: `
    <ng-container *transloco="let t">
      @for (toast of toasts.all(); track toast.id) {
        <div class="toast">
          <p>{{ toast.text }}</p>
          @if (toast.undo) {
            <button type="button" class="small" (click)="toasts.undo(toast)"><rl-icon name="undo" /> {{ t('ui.undo') }}</button>
          }
          <button type="button" class="icon-button small" [attr.aria-label]="t('ui.dismiss')" (click)="toasts.dismiss(toast.id)">
            <rl-icon name="close" />
          </button>
        </div>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--space-2);
      inset-block-end: max(1.25rem, env(safe-area-inset-bottom));
      inset-inline: 1rem;
      pointer-events: none;
      position: fixed;
      z-index: 60;
      align-items: center;
    }
    @media (width < 48rem) {
      :host {
        inset-block-end: calc(4.75rem + env(safe-area-inset-bottom));
      }
    }
    .toast {
      align-items: center;
      background: light-dark(#14213d, #e9eef2);
      border-radius: var(--radius);
      box-shadow: 0 0.75rem 2rem var(--shadow);
      color: light-dark(#fbfaf7, #101820);
      display: flex;
      gap: var(--space-3);
      max-inline-size: min(36rem, 100%);
      padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
      pointer-events: auto;
    }
    button {
      background: transparent;
      border-color: currentcolor;
      color: inherit;
    }
    button:hover {
      background: light-dark(#2a3d66, #cdd6dd);
      color: inherit;
    }
    .icon-button {
      border-color: transparent;
    }
    :focus-visible {
      outline-color: currentcolor;
    }
  `,
})
export class ToastsOutlet {
  protected readonly toasts = inject(Toasts);
}

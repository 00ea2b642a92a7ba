import { Component, DOCUMENT, inject, input, linkedSignal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../icon/icon';

/** A button that copies a text, and says what came of it: where the browser does not let it, the text stands there to be copied by hand. */
@Component({
  selector: 'rl-copy',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <button type="button" [class]="look()" [disabled]="!text()" (click)="copy()"><rl-icon name="copy" /> {{ label() }}</button>
      <span class="small" [class.muted]="outcome() === 'copied'" role="status">{{ outcome() ? t('ui.copy.' + outcome()) : '' }}</span>
      @if (outcome() === 'refused' && !visible()) {
        <textarea readonly rows="3" [attr.aria-label]="label()" [value]="text()"></textarea>
      }
    </ng-container>
  `,
  styles: `
    :host {
      align-items: center;
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-3);
    }
    textarea {
      flex-basis: 100%;
    }
  `,
})
export class CopyButton {
  private readonly window = inject(DOCUMENT).defaultView;

  readonly text = input.required<string>();
  readonly label = input.required<string>();
  readonly look = input('');
  /** Whether the text can be read nearby already. */
  readonly visible = input(true);
  /** What became of this text; another one was not copied yet. */
  protected readonly outcome = linkedSignal<string, 'copied' | 'refused' | undefined>({ source: this.text, computation: () => undefined });

  protected async copy(): Promise<void> {
    try {
      await this.window?.navigator.clipboard.writeText(this.text());
      this.outcome.set('copied');
    } catch {
      this.outcome.set('refused');
    }
  }
}

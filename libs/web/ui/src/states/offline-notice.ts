import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../icon/icon';

/** No network: what is kept, and how old what one reads is. */
@Component({
  selector: 'rl-offline',
  imports: [Icon, TranslocoDirective],
  template: `
    <p class="note attention" role="status" *transloco="let t">
      <rl-icon name="alert" /> <strong>{{ t('ui.offline.title') }}.</strong> <span>{{ t('ui.offline.text') }}</span>
      @if (readAt(); as when) {
        <span class="muted">{{ t('ui.offline.readAt', { when }) }}</span>
      }
    </p>
  `,
  styles: `
    :host {
      display: block;
    }
    .note {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-2);
    }
  `,
})
export class OfflineNotice {
  /** When what is shown was read, as text: "il y a 3 minutes". */
  readonly readAt = input<string>();
}

import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

/** Where the latest text is: nowhere new, on this device, on its way, with the API, waiting for a network, refused. */
export type SaveState = 'idle' | 'device' | 'saving' | 'saved' | 'waiting' | 'failed';

const DRAWN: Record<Exclude<SaveState, 'idle'>, IconName> = {
  device: 'pin',
  saving: 'wait',
  saved: 'check',
  waiting: 'clock',
  failed: 'alert',
};

/** The visible truth of autosave. Only rest, waiting and failure are read aloud, so that typing stays quiet. */
@Component({
  selector: 'rl-save-indicator',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (state() !== 'idle') {
        <span class="state" [class]="state()" aria-hidden="true"
          ><rl-icon [name]="icon()" /> {{ t('ui.save.' + state(), { count: waiting() }) }}</span
        >
      }
      <span class="visually-hidden" role="status">{{ spoken() ? t('ui.save.' + state(), { count: waiting() }) : '' }}</span>
    </ng-container>
  `,
  styles: `
    .state {
      align-items: center;
      color: var(--muted);
      display: inline-flex;
      font-size: var(--small);
      gap: var(--space-1);
      white-space: nowrap;
    }
    .saved {
      color: var(--primary);
    }
    .waiting {
      color: var(--attention);
    }
    .failed {
      color: var(--danger);
      font-weight: 600;
    }
  `,
})
export class SaveIndicator {
  readonly state = input.required<SaveState>();
  readonly waiting = input(0);
  protected readonly spoken = computed(() => ['saved', 'waiting', 'failed'].includes(this.state()));
  protected readonly icon = computed(() => {
    const state = this.state();
    return state === 'idle' ? 'check' : DRAWN[state];
  });
}

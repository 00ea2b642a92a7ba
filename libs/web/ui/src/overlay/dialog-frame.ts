import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../icon/icon';

/** The frame of every dialog: title, way out, content, then the actions marked `actions`. */
@Component({
  selector: 'rl-dialog',
  imports: [Icon, TranslocoDirective],
  template: `
    <header *transloco="let t">
      <h2 id="rl-dialog-title">{{ title() }}</h2>
      @if (closable()) {
        <button type="button" class="icon-button" [attr.aria-label]="t('ui.close')" (click)="ref.close()"><rl-icon name="close" /></button>
      }
    </header>
    <div class="content"><ng-content /></div>
    <footer><ng-content select="[actions]" /></footer>
  `,
  styles: `
    :host {
      display: block;
      padding: var(--space-5);
    }
    header {
      align-items: start;
      display: flex;
      gap: var(--space-4);
      justify-content: space-between;
      margin-block-end: var(--space-4);
    }
    header button {
      margin: -0.375rem -0.5rem 0 0;
    }
    h2 {
      padding-block-start: var(--space-1);
    }
    footer {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3);
      justify-content: flex-end;
    }
    footer:not(:empty) {
      margin-block-start: var(--space-5);
    }
  `,
})
export class DialogFrame {
  readonly title = input.required<string>();
  readonly closable = input(true);
  protected readonly ref = inject(DialogRef);
}

import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../icon/icon';

/** The frame of every dialog: title, way out, content, then the actions marked `actions`. */
@Component({
  selector: 'rl-dialog',
  imports: [Icon, TranslocoDirective],
  template: `
    <header>
      <h2 id="rl-dialog-title">{{ title() }}</h2>
    </header>
    <div class="content"><ng-content /></div>
    <footer><ng-content select="[actions]" /></footer>
    <!-- Last in the order of keys: what the dialog is about comes first. -->
    @if (closable()) {
      <ng-container *transloco="let t">
        <button type="button" class="icon-button" [attr.aria-label]="t('ui.close')" (click)="ref.close()"><rl-icon name="close" /></button>
      </ng-container>
    }
  `,
  styles: `
    :host {
      display: block;
      position: relative;
      padding: var(--space-5);
    }
    header {
      align-items: start;
      display: flex;
      gap: var(--space-4);
      justify-content: space-between;
      margin-block-end: var(--space-4);
    }
    .icon-button {
      inset-block-start: 1.125rem;
      inset-inline-end: 1rem;
      position: absolute;
    }
    header {
      padding-inline-end: 2.5rem;
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

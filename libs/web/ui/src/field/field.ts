import { afterRenderEffect, Component, computed, ElementRef, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { sentenceAbout } from './failed-call';
import { type FieldLike, firstError } from './field-errors';

let made = 0;

/** Label, hint and error of one native control, tied to it for everyone: `<rl-field label="…"><input [formField]="…" /></rl-field>`. */
@Component({
  selector: 'rl-field',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <label [for]="id" [class.visually-hidden]="quiet()">
        {{ label() }}
        @if (required() && !quiet()) {
          <span class="hint">({{ t('ui.required') }})</span>
        }
      </label>
      @if (hint()) {
        <p class="hint" [id]="id + '-hint'">{{ hint() }}</p>
      }
    </ng-container>
    <ng-content />
    <ng-container *transloco="let t">
      @if (said(); as error) {
        <p class="error-text" [id]="id + '-error'">{{ error.sentence ?? t(error.key) }}</p>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--space-1);
      min-inline-size: 0;
    }
  `,
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** Hides the label from sight only; for a single search box. */
  readonly quiet = input(false);
  readonly field = input<FieldLike>();
  /** JSON pointer of the field in the message sent to the API. */
  readonly pointer = input<string>('');
  /** The last failed call, if any. */
  readonly problem = input<unknown>();

  protected readonly id = `rl-field-${(made += 1)}`;
  protected readonly said = computed(() => {
    const server = sentenceAbout(this.problem(), this.pointer());
    return server ? { sentence: server, key: '' } : firstError(this.field());
  });
  protected readonly required = computed(() => this.field()?.().required() ?? false);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterRenderEffect(() => {
      const control = host.querySelector<HTMLElement>('input, select, textarea');
      if (!control) return;
      const error = this.said();
      const described = [this.hint() ? `${this.id}-hint` : '', error ? `${this.id}-error` : ''].filter(Boolean).join(' ');
      control.id = this.id;
      control.dataset['pointer'] = this.pointer();
      if (described) control.setAttribute('aria-describedby', described);
      else control.removeAttribute('aria-describedby');
      if (error) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    });
  }
}

import { afterRenderEffect, Component, computed, ElementRef, inject, input, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { isFailedCall } from './failed-call';

/** What is to be corrected, in one place that takes the focus, each line leading to its field. */
@Component({
  selector: 'rl-error-summary',
  imports: [TranslocoDirective],
  template: `
    @if (lines().length > 0) {
      <section class="note danger" tabindex="-1" #box *transloco="let t" aria-labelledby="rl-errors-title">
        <h2 id="rl-errors-title">{{ t('ui.errors.title', { count: lines().length }) }}</h2>
        <ul class="plain-list">
          @for (line of lines(); track line.pointer) {
            <li>
              <button type="button" class="link-button" (click)="goTo(line.pointer)">
                {{ line.name ? t('ui.said_of', { of: line.name, what: line.message }) : line.message }}
              </button>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    h2 {
      font-size: 1.0625rem;
    }
  `,
})
export class ErrorSummary {
  readonly problem = input<unknown>();
  /** Names of the fields by their pointer. */
  readonly fields = input<Readonly<Record<string, string>>>({});

  private readonly box = viewChild<ElementRef<HTMLElement>>('box');
  private readonly root = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly lines = computed(() => {
    const problem = this.problem();
    const names = this.fields();
    return isFailedCall(problem) ? problem.errors.map((error) => ({ ...error, name: names[error.pointer] ?? '' })) : [];
  });

  constructor() {
    afterRenderEffect(() => {
      this.problem();
      this.box()?.nativeElement.focus();
    });
  }

  protected goTo(pointer: string): void {
    const within = this.root.closest('form') ?? this.root.ownerDocument;
    within.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(pointer)}"]`)?.focus();
  }
}

import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView } from '@relais/api-client';
import { Formats, Language } from '@relais/web/kernel';

/** Where a fact comes from: the operator, who wrote it, when. */
export type Source = { readonly operator: string | null; readonly author?: string | null; readonly on?: string };

/** "Why do I see this?": where the fact comes from, and on which basis the reader sees it. */
@Component({
  selector: 'rl-why',
  imports: [TranslocoDirective],
  template: `
    <details class="small" *transloco="let t">
      <summary>{{ t('people.why') }}</summary>
      @if (origin(); as said) {
        <p>{{ said }}</p>
      }
      @if (audience(); as audiences) {
        @for (each of audiences; track each) {
          <p>{{ t('people.audience_why.' + each) }}</p>
        }
      }
      <p>{{ basis() }}</p>
    </details>
  `,
  styles: `
    summary {
      color: var(--muted);
      cursor: pointer;
      inline-size: fit-content;
      padding-block: 0.125rem;
    }
    details[open] {
      background: var(--sunken);
      border-radius: var(--radius-small);
      margin-block-start: var(--space-1);
      max-inline-size: 42rem;
      padding: var(--space-2) var(--space-3);
    }
    @media (pointer: coarse) {
      summary {
        padding-block: var(--space-2);
      }
    }
  `,
})
export class Why {
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  readonly file = input.required<BeneficiaryView>();
  readonly source = input<Source>();
  /** Audiences of the notes shown. */
  readonly audience = input<readonly string[]>();

  protected readonly origin = computed(() => {
    const source = this.source();
    if (!source) return undefined;
    const operator = source.operator ?? this.language.say('people.other_operator');
    const author = source.author ?? '';
    const on = source.on ? this.formats.day(source.on) : '';
    return this.language.say(author ? 'people.source.written' : 'people.source.recorded', { operator, author, on });
  });
  protected readonly basis = computed(() => {
    const { why, supports, openUntil } = this.file();
    const own = supports.find(({ mine, closedOn }) => mine && !closedOn);
    if (why === 'support' && own) return this.language.say('people.why_since', { date: this.formats.date(own.openedOn) });
    if (why === 'glass' && openUntil) return this.language.say('people.why_until', { time: this.formats.time(openUntil) });
    return this.language.say(`people.why_file.${why}`);
  });
}

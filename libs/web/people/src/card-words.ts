import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PersonCard } from '@relais/api-client';

/** The index card in words: initials, birth year, known to the network, and whom to ask. Nothing else may be shown. */
@Component({
  selector: 'rl-card-words',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <p class="who">
        <strong>{{ card().name }}</strong> <span class="muted">{{ t('people.born_in', { year: card().birthYear }) }}</span>
      </p>
      <p class="small muted">
        @if (card().asks.length > 0) {
          {{ t('people.known_to_network') }}
          @for (ask of card().asks; track $index; let last = $last) {
            {{ ask.operator ?? t('people.other_operator') }}{{ ask.unit ? ', ' + ask.unit : '' }}{{ last ? '' : ' · ' }}
          }
        } @else {
          {{ t('people.known_no_one') }}
        }
      </p>
    </ng-container>
  `,
  styles: `
    .who {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-3);
    }
  `,
})
export class CardWords {
  readonly card = input.required<PersonCard>();
}

import { Component, input, model } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SHARING_WAYS, type SharingWay } from '@relais/domain';

/** What the person said of being referred; empty until somebody has asked them. */
export type Said = 'informed' | 'agreed' | 'opposed' | '';

const ANSWERS = ['agreed', 'informed', 'opposed'] as const;

/** The sentence to say to the person, and what they answered. Without an answer nothing leaves; opposed, nothing ever does. */
@Component({
  selector: 'rl-consent-block',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <fieldset class="stack tight" *transloco="let t">
      <legend>{{ t('referrals.agreement_label') }}</legend>
      <blockquote>{{ t('referrals.agreement_script', { name: receiverName() }) }}</blockquote>
      <div class="cluster">
        @for (each of answers; track each) {
          <label class="chip"
            ><input type="radio" name="agreement" [checked]="said() === each" (change)="said.set(each)" />
            {{ t('referrals.said.' + each) }}</label
          >
        }
      </div>
      @if (said() === 'agreed' || said() === 'informed') {
        <div class="cluster small">
          {{ t('referrals.how_label') }}
          @for (each of ways; track each) {
            <label class="chip"
              ><input type="radio" name="how" [checked]="how() === each" (change)="how.set(each)" /> {{ t('referrals.how.' + each) }}</label
            >
          }
        </div>
      }
      <div role="status">
        @if (said() === 'opposed') {
          <div class="note attention">
            <p>
              {{ t('referrals.opposed_here') }}
              <a [routerLink]="['/personnes', personId()]">{{ t('referrals.opposed_file') }}</a>
            </p>
          </div>
        } @else if (said() === '') {
          <p class="hint">{{ t('referrals.not_asked') }}</p>
        }
      </div>
    </fieldset>
  `,
  styles: `
    blockquote {
      border-inline-start: 4px solid var(--primary);
      margin: 0;
      padding-inline-start: var(--space-4);
    }
  `,
})
export class ConsentBlock {
  readonly personId = input.required<string>();
  readonly receiverName = input.required<string>();
  readonly said = model.required<Said>();
  readonly how = model.required<SharingWay>();
  protected readonly answers = ANSWERS;
  protected readonly ways = SHARING_WAYS.filter((way) => way !== 'own_space');
}

import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { GlassView, PersonCard } from '@relais/api-client';
import { GLASS, GLASS_REASONS, type GlassReason } from '@relais/domain';
import { marked, Sending } from '@relais/web/kernel';
import { DialogFrame, Field } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { CardWords } from './card-words';
import { Failed } from './failed';

/** Opens a file in an emergency. What it does, who is told and what stays is said before anything is typed. */
@Component({
  selector: 'rl-glass-dialog',
  imports: [CardWords, DialogFrame, Failed, Field, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('people.glass.title')">
      <form id="glass" class="stack" (submit)="$event.preventDefault(); open()">
        <rl-card-words [card]="card" />
        <div class="note attention">
          <p>
            <strong>{{ t('people.glass.before') }}</strong>
          </p>
          <ul>
            @for (effect of effects; track effect) {
              <li>{{ t('people.glass.effect.' + effect, limits) }}</li>
            }
          </ul>
        </div>
        <rl-field [label]="t('people.glass.code')">
          <select #why required (change)="code.set($any(why.value))">
            <option value="" [selected]="code() === ''">{{ t('people.glass.choose') }}</option>
            @for (each of codes; track each) {
              <option [value]="each" [selected]="each === code()">{{ t('people.glass.reason.' + each) }}</option>
            }
          </select>
        </rl-field>
        <rl-field
          [label]="t('people.glass.words')"
          [hint]="t('people.glass.words_hint', limits)"
          pointer="/reason"
          [problem]="sending.problem()"
        >
          <textarea #words rows="3" required [value]="reason()" (input)="reason.set(words.value)"></textarea>
        </rl-field>
        <p class="small muted" role="status">{{ missing() > 0 ? t('people.glass.missing', { count: missing() }) : '' }}</p>
        @if (sending.problem()) {
          <rl-failed [problem]="sending.problem()" [what]="t('people.glass.failed')" (retry)="open()" />
        }
      </form>
      <ng-container actions>
        <button type="button" (click)="ref.close()">{{ t('people.cancel') }}</button>
        <button form="glass" class="danger" [disabled]="!complete() || sending.busy()">{{ t('people.glass.open') }}</button>
      </ng-container>
    </rl-dialog>
  `,
  styles: `
    ul {
      margin: var(--space-2) 0 0;
      padding-inline-start: 1.125rem;
    }
  `,
})
export class GlassDialog {
  private readonly http = inject(HttpClient);
  private readonly once = crypto.randomUUID();
  protected readonly ref = inject<DialogRef<GlassView>>(DialogRef);
  protected readonly card = inject<PersonCard>(DIALOG_DATA);
  protected readonly codes = GLASS_REASONS;
  protected readonly effects = ['hours', 'told', 'person', 'limit'] as const;
  protected readonly limits = { hours: GLASS.minutes / 60, length: GLASS.reasonLength, times: GLASS.times, days: GLASS.inDays };
  protected readonly code = signal<GlassReason | ''>('');
  protected readonly reason = signal('');
  protected readonly sending = new Sending();
  protected readonly missing = computed(() => (this.reason() === '' ? 0 : GLASS.reasonLength - [...this.reason().trim()].length));
  protected readonly complete = computed(() => this.code() !== '' && this.reason() !== '' && this.missing() <= 0);

  protected async open(): Promise<void> {
    if (!this.complete()) return;
    const url = `/api/beneficiaries/${this.card.cardId}/glass`;
    const body = { reasonCode: this.code(), reason: this.reason().trim() };
    await this.sending.run(async () => {
      this.ref.close(await firstValueFrom(this.http.post<GlassView>(url, body, { context: marked({ once: this.once }) })));
    });
  }
}

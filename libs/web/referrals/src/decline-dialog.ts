import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DestinationList } from '@relais/api-client';
import { DECLINE_REASONS, type DeclineReason } from '@relais/domain';
import { DialogFrame, Field } from '@relais/web/ui';

/** What a decline says: a reason of the list, and where else. */
export type DeclineAnswer = {
  reason: DeclineReason;
  note?: string;
  alternatives?: string[];
  destinationUnitId?: string;
  attempts?: number;
};

/** A decline brings a reason and alternatives, so that nobody is left where they were. */
@Component({
  selector: 'rl-decline-dialog',
  imports: [DialogFrame, Field, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('referrals.decline_title')">
      <form id="decline" class="stack" (submit)="$event.preventDefault(); answer()">
        <rl-field [label]="t('referrals.reason_label')">
          <select #why (change)="reason.set($any(why.value))">
            @for (each of reasons; track each) {
              <option [value]="each" [selected]="each === reason()">{{ t('referrals.reason.' + each) }}</option>
            }
          </select>
        </rl-field>
        <rl-field [label]="t(reason() === 'other_destination' ? 'referrals.destination_label' : 'referrals.alternative_label')">
          <select #where (change)="unit.set(where.value)">
            <option value="">{{ t('referrals.no_alternative') }}</option>
            @for (each of units(); track each.unitId) {
              <option [value]="each.unitId">{{ each.operatorName }}, {{ each.unitName }}</option>
            }
          </select>
        </rl-field>
        <rl-field [label]="t('referrals.note_label')">
          <textarea #words rows="3" [value]="note()" (input)="note.set(words.value)"></textarea>
        </rl-field>
      </form>
      <div actions>
        <button type="button" (click)="ref.close()">{{ t('referrals.cancel') }}</button>
        <button form="decline" class="primary" [disabled]="!complete()">{{ t('referrals.decline') }}</button>
      </div>
    </rl-dialog>
  `,
})
export class DeclineDialog {
  protected readonly ref = inject<DialogRef<DeclineAnswer>>(DialogRef);
  private readonly given = inject<{ reason?: DeclineReason }>(DIALOG_DATA);
  protected readonly reasons = Object.keys(DECLINE_REASONS) as DeclineReason[];
  protected readonly reason = signal<DeclineReason>(this.given.reason ?? 'no_place');
  protected readonly note = signal('');
  protected readonly unit = signal('');
  private readonly destinations = httpResource<DestinationList>(() => '/api/destinations');
  protected readonly units = computed(() => (this.destinations.hasValue() ? this.destinations.value().items : []));
  protected readonly complete = computed(
    () => (this.reason() !== 'other_destination' || this.unit() !== '') && (this.reason() !== 'other' || this.note().trim() !== ''),
  );

  protected answer(): void {
    if (!this.complete()) return;
    const [reason, unit, note] = [this.reason(), this.unit(), this.note().trim()];
    this.ref.close({
      reason,
      ...(note && { note }),
      ...(unit && (reason === 'other_destination' ? { destinationUnitId: unit } : { alternatives: [unit] })),
      ...(reason === 'person_unreachable' && { attempts: 1 }),
    });
  }
}

import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DestinationList } from '@relais/api-client';
import { INTERVIEW_THEMES, rankDestinations } from '@relais/domain';
import { DialogFrame, Field } from '@relais/web/ui';

/** What is sent elsewhere, and the teams that the receiver named. */
export type RerouteAsked = { readonly name: string; readonly need: string; readonly theme: string; readonly named: readonly string[] };

/** Another team for a person's request, with the reason that both sides read. */
@Component({
  selector: 'rl-reroute-dialog',
  imports: [DialogFrame, Field, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('referrals.move.reroute') + ' · ' + given.name">
      <form id="reroute" class="stack" (submit)="$event.preventDefault(); answer()">
        <p class="hint">{{ t('referrals.about.reroute') }}</p>
        <rl-field [label]="t('referrals.destination_label')">
          <select #where (change)="unit.set(where.value)">
            <option value="">{{ t('referrals.choose') }}</option>
            @for (each of units(); track each.unitId) {
              <option [value]="each.unitId" [selected]="each.unitId === unit()">{{ each.operatorName }}, {{ each.unitName }}</option>
            }
          </select>
        </rl-field>
        <rl-field [label]="t('referrals.ask.reason')">
          <textarea #text rows="3" [value]="words()" (input)="words.set(text.value)"></textarea>
        </rl-field>
      </form>
      <div actions class="cluster">
        <button type="button" (click)="ref.close()">{{ t('referrals.cancel') }}</button>
        <button form="reroute" class="primary" [disabled]="!complete()">{{ t('referrals.move.reroute') }}</button>
      </div>
    </rl-dialog>
  `,
})
export class RerouteDialog {
  protected readonly ref = inject<DialogRef<object>>(DialogRef);
  protected readonly given = inject<RerouteAsked>(DIALOG_DATA);
  private readonly destinations = httpResource<DestinationList>(() => `/api/destinations?theme=${this.given.theme}`);
  protected readonly units = computed(() => {
    const theme = INTERVIEW_THEMES.find((each) => each === this.given.theme) ?? 'other';
    return rankDestinations(this.destinations.hasValue() ? this.destinations.value().items : [], this.given.need, theme);
  });
  protected readonly unit = linkedSignal(() => this.units().find(({ unitId }) => this.given.named.includes(unitId))?.unitId ?? '');
  protected readonly words = signal('');
  protected readonly complete = computed(() => this.unit() !== '' && this.words().trim() !== '');

  protected answer(): void {
    if (this.complete()) this.ref.close({ receiverUnitId: this.unit(), reason: this.words().trim() });
  }
}

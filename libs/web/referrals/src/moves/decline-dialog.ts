import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DestinationList } from '@relais/api-client';
import { DECLINE_REASONS, type DeclineReason, INTERVIEW_THEMES, rankDestinations, type ReferralKind } from '@relais/domain';
import { Formats } from '@relais/web/kernel';
import { DialogFrame, Field } from '@relais/web/ui';

/** What is declined, and whether towards another destination. */
export type DeclineAsked = {
  readonly name: string;
  readonly kind: ReferralKind;
  readonly need: string;
  readonly theme: string;
  readonly receiverUnitName: string;
  readonly redirect: boolean;
};

/** What a decline says: a reason of the list, and where else. */
export type DeclineAnswer = {
  reason: DeclineReason;
  note?: string;
  alternatives?: string[];
  destinationUnitId?: string;
  attempts?: number;
};

const MOST = 40;

/** A decline brings a reason and alternatives, so that nobody is left where they were; a redirection prepares the sender's draft. */
@Component({
  selector: 'rl-decline-dialog',
  imports: [DialogFrame, Field, TranslocoDirective],
  templateUrl: './decline-dialog.html',
})
export class DeclineDialog {
  protected readonly ref = inject<DialogRef<DeclineAnswer>>(DialogRef);
  protected readonly given = inject<DeclineAsked>(DIALOG_DATA);
  private readonly formats = inject(Formats);
  protected readonly reasons = (Object.keys(DECLINE_REASONS) as DeclineReason[]).filter((each) => each !== 'other_destination');
  protected readonly reason = signal<DeclineReason>(this.given.redirect ? 'other_destination' : 'no_place');
  protected readonly note = signal('');
  protected readonly unit = signal('');
  protected readonly attempts = signal(1);
  private readonly destinations = httpResource<DestinationList>(() => `/api/destinations?theme=${this.given.theme}`);
  /** Those who could really take the person first. */
  protected readonly units = computed(() => {
    const all = this.destinations.hasValue() ? this.destinations.value().items : [];
    const theme = INTERVIEW_THEMES.find((each) => each === this.given.theme) ?? 'other';
    return rankDestinations(all, this.given.need, theme)
      .slice(0, MOST)
      .map(({ unitId, operatorName, unitName, communeName, km }) => ({
        unitId,
        words: [`${operatorName}, ${unitName}`, communeName, km === null ? null : `${this.formats.number(km)} km`]
          .filter(Boolean)
          .join(' · '),
      }));
  });
  protected readonly complete = computed(
    () => (!this.given.redirect || this.unit() !== '') && (this.reason() !== 'other' || this.note().trim() !== ''),
  );

  protected answer(): void {
    if (!this.complete()) return;
    const [reason, unit, note] = [this.reason(), this.unit(), this.note().trim()];
    this.ref.close({
      reason,
      ...(note && { note }),
      ...(unit && (this.given.redirect ? { destinationUnitId: unit } : { alternatives: [unit] })),
      ...(reason === 'person_unreachable' && { attempts: this.attempts() }),
    });
  }
}

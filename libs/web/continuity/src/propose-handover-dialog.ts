import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ColleagueList, LeadToday, ProposeHandoverRequest, TakerList } from '@relais/api-client';
import { plusDays } from '@relais/domain';
import { instantOfLocal, Session } from '@relais/web/kernel';
import { DialogFrame, Field } from '@relais/web/ui';

/** Whose lead changes, and who leads today. */
export type ProposalAsked = { readonly personId: string; readonly lead: LeadToday; readonly from: string };

/** Another referent for a file: a team that accompanies the person, one of one's own colleagues, a date, and why. */
@Component({
  selector: 'rl-propose-handover-dialog',
  imports: [DialogFrame, Field, RouterLink, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('continuity.move.propose')">
      <form id="propose-handover" class="stack" (submit)="$event.preventDefault(); answer()" (keydown.control.enter)="answer()">
        <p>{{ t('continuity.about.propose' + (given.lead.gone ? '_gone' : ''), { from: given.from }) }}</p>
        <rl-field [label]="t('continuity.ask.toUnit')">
          <select #where (change)="unitId.set(where.value)">
            @for (each of units(); track each.unitId) {
              <option [value]="each.unitId" [selected]="each.unitId === unitId()">{{ each.operatorName }}, {{ each.unitName }}</option>
            }
          </select>
        </rl-field>
        @if (colleagues().length > 0) {
          <rl-field [label]="t('continuity.ask.toPost')">
            <select #who (change)="postId.set(who.value)">
              @if (unitId() !== given.lead.unitId || given.lead.postId) {
                <option value="">{{ t('continuity.ask.team_decides') }}</option>
              }
              @for (each of colleagues(); track each.id) {
                <option [value]="each.id" [selected]="each.id === postId()">
                  {{ t('continuity.ask.carries', { name: each.givenName + ' ' + each.familyName, count: each.files }) }}
                </option>
              }
            </select>
          </rl-field>
        }
        @if (!given.lead.gone) {
          <rl-field [label]="t('continuity.ask.later')" [hint]="t('continuity.ask.later_hint')">
            <input #when type="date" [min]="tomorrow" [value]="day()" (change)="day.set(when.value)" />
          </rl-field>
        }
        <rl-field [label]="t('continuity.ask.propose')" [hint]="t('continuity.ask.reason_hint')">
          <textarea #text rows="3" required [value]="words()" (input)="words.set(text.value)"></textarea>
        </rl-field>
        <p class="small muted">
          {{ t('continuity.elsewhere') }}
          <a [routerLink]="['/orienter', given.personId]" (click)="ref.close()">{{ t('continuity.elsewhere_link') }}</a>
        </p>
      </form>
      <div actions class="cluster">
        <button type="button" (click)="ref.close()">{{ t('continuity.cancel') }}</button>
        <button form="propose-handover" class="primary" [disabled]="!complete()">
          {{ t('continuity.do.propose' + (given.lead.gone ? '_gone' : '')) }}
        </button>
      </div>
    </rl-dialog>
  `,
})
export class ProposeHandoverDialog {
  private readonly session = inject(Session);
  protected readonly ref = inject<DialogRef<ProposeHandoverRequest>>(DialogRef);
  protected readonly given = inject<ProposalAsked>(DIALOG_DATA);
  protected readonly tomorrow = plusDays(this.session.today(), 1);
  private readonly takers = httpResource<TakerList>(() => `/api/handovers/takers?beneficiaryId=${this.given.personId}`);
  protected readonly units = computed(() => (this.takers.hasValue() ? this.takers.value().items : []));
  protected readonly unitId = linkedSignal(() => this.units()[0]?.unitId ?? '');
  private readonly own = computed(() => this.units().some(({ unitId, own }) => own && unitId === this.unitId()));
  private readonly team = httpResource<ColleagueList>(() => (this.own() ? `/api/units/${this.unitId()}/posts` : undefined));
  protected readonly colleagues = computed(() => {
    const items = this.own() && this.team.hasValue() ? this.team.value().items : [];
    return items.filter(({ id }) => id !== this.given.lead.postId).toSorted((left, right) => left.files - right.files);
  });
  protected readonly postId = linkedSignal(() => this.colleagues()[0]?.id ?? '');
  protected readonly day = signal('');
  protected readonly words = signal('');
  protected readonly complete = computed(
    () => this.unitId() !== '' && this.words().trim() !== '' && (this.day() === '' || this.day() >= this.tomorrow),
  );

  protected answer(): void {
    if (!this.complete()) return;
    const effectiveOn = this.day() && instantOfLocal(`${this.day()}T00:00`, this.session.timeZone());
    this.ref.close({
      beneficiaryId: this.given.personId,
      toUnitId: this.unitId(),
      reason: this.words().trim(),
      ...(this.postId() && { toPostId: this.postId() }),
      ...(effectiveOn && { effectiveOn }),
    });
  }
}

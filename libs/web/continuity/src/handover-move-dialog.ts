import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ColleagueList } from '@relais/api-client';
import { plusDays } from '@relais/domain';
import { instantOfLocal, Session } from '@relais/web/kernel';
import { DialogFrame, Field } from '@relais/web/ui';

/** Moves that somebody makes from the file; the others come with the referral or the clock. */
export const OFFERED_MOVES = ['agree', 'refuse', 'agree_date', 'recall', 'force'] as const;

/** A move that somebody makes. */
export type OfferedMove = (typeof OFFERED_MOVES)[number];

/** The move that is asked, between whom, which words say its effect, and who could take the lead. */
export type HandoverMoveAsked = {
  readonly move: OfferedMove;
  readonly about: string;
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly toUnitId: string;
  readonly toPostId: string | null;
};

const WEEK = 7;

/** Who takes the lead, a later date, or why; the effect is said before. */
@Component({
  selector: 'rl-handover-move-dialog',
  imports: [DialogFrame, Field, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('continuity.move.' + given.move)">
      <form id="handover-move" class="stack" (submit)="$event.preventDefault(); answer()" (keydown.control.enter)="answer()">
        <p>{{ t('continuity.about.' + given.about, { from: given.from, to: given.to, on: given.on }) }}</p>
        @switch (given.move) {
          @case ('agree_date') {
            <rl-field [label]="t('continuity.ask.effectiveOn')">
              <input #when type="date" required [min]="tomorrow" [value]="day()" (change)="day.set(when.value)" />
            </rl-field>
          }
          @case ('agree') {
            <rl-field [label]="t('continuity.ask.taker')">
              <select #who (change)="taker.set(who.value)">
                @for (each of colleagues(); track each.id) {
                  <option [value]="each.id" [selected]="each.id === taker()">
                    {{ t('continuity.ask.carries', { name: each.givenName + ' ' + each.familyName, count: each.files }) }}
                  </option>
                }
              </select>
            </rl-field>
          }
          @default {
            <rl-field [label]="t('continuity.ask.' + given.move)" [hint]="t('continuity.ask.reason_hint')">
              <textarea #text rows="3" required [value]="words()" (input)="words.set(text.value)"></textarea>
            </rl-field>
          }
        }
      </form>
      <div actions class="cluster">
        <button type="button" (click)="ref.close()">{{ t('continuity.cancel') }}</button>
        <button form="handover-move" class="primary" [disabled]="!complete()">{{ t('continuity.do.' + given.move) }}</button>
      </div>
    </rl-dialog>
  `,
})
export class HandoverMoveDialog {
  private readonly session = inject(Session);
  protected readonly ref = inject<DialogRef<object>>(DialogRef);
  protected readonly given = inject<HandoverMoveAsked>(DIALOG_DATA);
  protected readonly tomorrow = plusDays(this.session.today(), 1);
  protected readonly day = signal<string>(plusDays(this.session.today(), WEEK));
  protected readonly words = signal('');
  private readonly team = httpResource<ColleagueList>(() =>
    this.given.move === 'agree' ? `/api/units/${this.given.toUnitId}/posts` : undefined,
  );
  protected readonly colleagues = computed(() =>
    (this.team.hasValue() ? this.team.value().items : []).toSorted((left, right) => left.files - right.files),
  );
  protected readonly taker = linkedSignal(() => {
    const ids = this.colleagues().map(({ id }) => id);
    return [this.given.toPostId, this.session.post()?.id].find((id) => id && ids.includes(id)) ?? ids[0] ?? '';
  });
  protected readonly complete = computed(() => {
    if (this.given.move === 'agree') return this.taker() !== '';
    return this.given.move === 'agree_date' ? this.day() >= this.tomorrow : this.words().trim() !== '';
  });

  protected answer(): void {
    if (!this.complete()) return;
    const effectiveOn = instantOfLocal(`${this.day()}T00:00`, this.session.timeZone());
    if (this.given.move === 'agree') this.ref.close({ toPostId: this.taker() });
    else this.ref.close(this.given.move === 'agree_date' ? { effectiveOn } : { reason: this.words().trim() });
  }
}

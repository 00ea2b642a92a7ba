import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { plusDays } from '@relais/domain';
import { instantOfLocal, Session } from '@relais/web/kernel';
import { DialogFrame, Field } from '@relais/web/ui';

/** The move that is asked, between whom, and whether the lead has gone over. */
export type HandoverMoveAsked = {
  readonly move: 'agree_date' | 'recall';
  readonly from: string;
  readonly to: string;
  readonly over: boolean;
};

const WEEK = 7;

/** A later date on which both agree, or why the handover is recalled; the effect is said before. */
@Component({
  selector: 'rl-handover-move-dialog',
  imports: [DialogFrame, Field, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('continuity.move.' + given.move)">
      <form id="handover-move" class="stack" (submit)="$event.preventDefault(); answer()" (keydown.control.enter)="answer()">
        <p>{{ t('continuity.about.' + given.move + (given.over ? '_over' : ''), { from: given.from, to: given.to }) }}</p>
        @if (given.move === 'agree_date') {
          <rl-field [label]="t('continuity.ask.effectiveOn')">
            <input #when type="date" required [min]="tomorrow" [value]="day()" (change)="day.set(when.value)" />
          </rl-field>
        } @else {
          <rl-field [label]="t('continuity.ask.reason')" [hint]="t('continuity.ask.reason_hint')">
            <textarea #text rows="3" required [value]="words()" (input)="words.set(text.value)"></textarea>
          </rl-field>
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
  protected readonly complete = computed(() =>
    this.given.move === 'agree_date' ? this.day() >= this.tomorrow : this.words().trim() !== '',
  );

  protected answer(): void {
    if (!this.complete()) return;
    const effectiveOn = instantOfLocal(`${this.day()}T00:00`, this.session.timeZone());
    this.ref.close(this.given.move === 'agree_date' ? { effectiveOn } : { reason: this.words().trim() });
  }
}

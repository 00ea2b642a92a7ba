import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type CivilDate, closingOf, OUTCOMES, plusDays } from '@relais/domain';
import { RegionCalendar, Session } from '@relais/web/kernel';
import { DialogFrame, Field } from '@relais/web/ui';
import { NotesToTick } from './notes-to-tick';
import { type Gesture, type Question, WHAT_MOVES_ASK } from './what-moves-ask';

/** Which move, about whom, and the question asked before, if it is one to answer. */
export type MoveAsked = {
  readonly move: Gesture;
  readonly name: string;
  readonly asked?: string;
  readonly met?: boolean;
  /** Whose timeline may give notes to go with it. */
  readonly personId?: string;
  /** A reason is asked even where the move itself can do without. */
  readonly mustSayWhy?: boolean;
};

/** What a move asks, in one short dialog: words, a day, or what came of it. */
@Component({
  selector: 'rl-move-dialog',
  imports: [DialogFrame, Field, NotesToTick, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('referrals.move.' + given.move) + ' · ' + given.name">
      <form id="move" class="stack" (submit)="$event.preventDefault(); answer()" (keydown.control.enter)="answer()">
        <p class="hint">{{ t('referrals.about.' + given.move) }}</p>
        @if (given.asked; as question) {
          <blockquote class="note">{{ question }}</blockquote>
        }
        @for (each of questions; track each.field) {
          @switch (each.kind) {
            @case ('words') {
              <rl-field [label]="t('referrals.ask.' + each.field)" [hint]="required(each) ? undefined : t('referrals.optional')">
                <textarea #text rows="3" [value]="words()" (input)="words.set(text.value)"></textarea>
              </rl-field>
            }
            @case ('day') {
              <rl-field [label]="t('referrals.ask.' + each.field)">
                <input #when type="date" [min]="tomorrow" [value]="day()" (change)="day.set(when.value)" />
              </rl-field>
            }
            @case ('notes') {
              @if (given.personId; as personId) {
                <rl-notes-to-tick [personId]="personId" [(included)]="included" />
              }
            }
            @case ('outcome') {
              <fieldset>
                <legend>{{ t('referrals.ask.outcome') }}</legend>
                <div class="cluster">
                  @for (one of outcomes; track one) {
                    <label class="chip"
                      ><input type="radio" name="outcome" [checked]="outcome() === one" (change)="outcome.set(one)" />
                      {{ t('referrals.outcome.' + one) }}</label
                    >
                  }
                </div>
              </fieldset>
              @if (outcome() === 'unreachable') {
                <rl-field [label]="t('referrals.ask.attempts')">
                  <input #tries type="number" min="1" max="50" [value]="attempts()" (input)="attempts.set(tries.valueAsNumber)" />
                </rl-field>
              }
            }
          }
        }
      </form>
      <div actions class="cluster">
        <button type="button" (click)="ref.close()">{{ t('referrals.cancel') }}</button>
        <button form="move" class="primary" [disabled]="!complete()">{{ t('referrals.do.' + given.move) }}</button>
      </div>
    </rl-dialog>
  `,
  styles: `
    blockquote {
      margin: 0;
      white-space: pre-wrap;
    }
  `,
})
export class MoveDialog {
  protected readonly ref = inject<DialogRef<object>>(DialogRef);
  protected readonly given = inject<MoveAsked>(DIALOG_DATA);
  private readonly session = inject(Session);
  private readonly calendar = inject(RegionCalendar);
  protected readonly questions: readonly Question[] = WHAT_MOVES_ASK[this.given.move] ?? [];
  /** Success needs a first contact before it. */
  protected readonly outcomes = OUTCOMES.filter((one) =>
    this.given.move === 'request_cancel'
      ? one !== 'met' && one !== 'partly_met'
      : this.given.met !== false || (one !== 'met' && one !== 'partly_met'),
  );
  protected readonly tomorrow = plusDays(this.session.today(), 1);
  protected readonly words = signal('');
  protected readonly day = signal<string>(this.firstDay());
  protected readonly outcome = signal<(typeof OUTCOMES)[number] | undefined>(undefined);
  protected readonly attempts = signal(1);
  protected readonly included = signal<readonly string[]>([]);
  protected readonly complete = computed(() => this.questions.every((each) => this.answered(each)));

  protected required(question: Question): boolean {
    return question.kind !== 'words' || question.required || this.given.mustSayWhy === true || this.outcome() === 'other';
  }

  protected answer(): void {
    if (!this.complete()) return;
    const said = this.questions.flatMap((each) => Object.entries(this.answerTo(each)));
    const note = this.outcome() === 'other' && !this.questions.some(({ field }) => field === 'note') ? { note: this.words().trim() } : {};
    this.ref.close({ ...Object.fromEntries(said), ...note });
  }

  private answered(question: Question): boolean {
    if (question.kind === 'notes') return true;
    if (question.kind === 'day') return this.day() >= this.tomorrow;
    if (question.kind === 'outcome') return this.outcome() !== undefined && (this.outcome() !== 'unreachable' || this.attempts() >= 1);
    return !this.required(question) || this.words().trim() !== '';
  }

  private answerTo(question: Question): object {
    if (question.kind === 'notes') return this.included().length > 0 ? { included: this.included() } : {};
    if (question.kind === 'day') {
      return { [question.field]: closingOf(this.day() as CivilDate, this.calendar.days()) };
    }
    if (question.kind === 'outcome') {
      return { outcome: this.outcome(), ...(this.outcome() === 'unreachable' && { attempts: this.attempts() }) };
    }
    return this.words().trim() === '' ? {} : { [question.field]: this.words().trim() };
  }

  private firstDay(): string {
    const asked = this.questions.find((each) => each.kind === 'day');
    return asked ? plusDays(this.session.today(), asked.inDays) : '';
  }
}

import { Component, computed, input, model, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  ACTION_OWNERS,
  type ActionDraft,
  type CivilDate,
  INTERVIEW_THEMES,
  isCivilDate,
  lineOfAction,
  lineOfGoal,
  planIn,
  withLine,
} from '@relais/domain';
import { DatePipe } from '@relais/web/kernel';
import { Icon } from '@relais/web/ui';

/** What was understood of a note, as chips: goals and actions. Each opens to correct it, and the correction is written into the text. */
@Component({
  selector: 'rl-agreed',
  imports: [DatePipe, Icon, TranslocoDirective],
  templateUrl: './agreed.html',
  styleUrl: './agreed.css',
})
export class Agreed {
  readonly body = model.required<string>();
  readonly today = input.required<CivilDate>();
  readonly language = input.required<'fr' | 'en'>();

  protected readonly owners = ACTION_OWNERS;
  protected readonly themes = INTERVIEW_THEMES;
  protected readonly plan = computed(() => planIn(this.body(), this.today()));
  /** The line of the chip that is open. */
  protected readonly open = signal<number | undefined>(undefined);

  protected toggle(line: number): void {
    this.open.update((open) => (open === line ? undefined : line));
  }

  protected correct(action: ActionDraft, patch: Partial<ActionDraft>): void {
    this.body.set(withLine(this.body(), action.line, lineOfAction({ ...action, ...patch }, this.language())));
  }

  protected date(action: ActionDraft, value: string): void {
    this.correct(action, { dueOn: isCivilDate(value) ? value : null });
  }

  protected tag(line: number, words: string, theme: string): void {
    const known = this.themes.find((each) => each === theme) ?? null;
    this.body.set(withLine(this.body(), line, lineOfGoal({ words, theme: known }, this.language())));
  }

  protected takeOut(line: number): void {
    this.open.set(undefined);
    this.body.set(withLine(this.body(), line, null));
  }
}

import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ActionView, RecapView } from '@relais/api-client';
import { type CivilDate, standingOfStep } from '@relais/domain';
import { DatePipe, Language, marked, MomentPipe, Session } from '@relais/web/kernel';
import { Icon, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** What one reads again while the person sits down: the last notes one may read, the goals, what was promised and is still open. */
@Component({
  selector: 'rl-recap',
  imports: [DatePipe, Icon, MomentPipe, RouterLink, TranslocoDirective],
  templateUrl: './recap.html',
  styleUrl: './recap.css',
})
export class Recap {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly today: CivilDate = inject(Session).today();

  readonly recap = input.required<RecapView>();
  /** A promise was ticked or taken back: what is shown is old. */
  readonly changed = output();
  protected readonly problem = signal<unknown>(undefined);
  /** Beside the editor there is room; on a phone the note comes first. */
  protected readonly wide = matchMedia('(width >= 64rem)').matches;

  protected talkAgain(action: ActionView): boolean {
    return standingOfStep(action as never, this.today) === 'talk_again';
  }

  protected async done(action: ActionView): Promise<void> {
    const settle = (how: 'done' | 'reopen', version: number): Promise<unknown> =>
      firstValueFrom(this.http.post(`/api/actions/${action.id}/${how}`, {}, { context: marked({ version }) })).then(() =>
        this.changed.emit(),
      );
    try {
      await settle('done', action.version);
      this.toasts.undoable(this.language.say('interviews.promise_kept'), () => settle('reopen', action.version + 1));
    } catch (error) {
      this.problem.set(error);
      this.changed.emit();
    }
  }
}

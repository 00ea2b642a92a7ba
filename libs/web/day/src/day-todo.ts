import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DayView, TodoOfDay } from '@relais/api-client';
import { plusDays, toCivilDate } from '@relais/domain';
import { Formats, Language, marked } from '@relais/web/kernel';
import { Icon, ListItem, ListKeys, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** What to deal with today, by what happens to the person if nothing is done, with the reason. E begins an interview, T ticks, H puts off until tomorrow. */
@Component({
  selector: 'rl-day-todo',
  imports: [Icon, ListItem, ListKeys, RouterLink, TranslocoDirective],
  templateUrl: './day-todo.html',
  styleUrl: './day-rows.css',
})
export class DayTodo {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  readonly day = input.required<DayView>();
  readonly changed = output();
  readonly failed = output<unknown>();

  protected letter({ key, index }: { key: string; index: number }): void {
    const todo = this.day().todo[index];
    if (!todo) return;
    if (key === 'h') void this.putOff(todo);
    if (key === 't' && todo.reason === 'action_overdue') void this.done(todo);
    if (key === 'e' && todo.beneficiaryId)
      void this.router.navigate(['/entretiens/nouveau'], { queryParams: { personne: todo.beneficiaryId, mode: 'phone' } });
  }

  protected async done(todo: TodoOfDay): Promise<void> {
    const version = todo.version ?? 0;
    const settle = (how: 'done' | 'reopen', from: number): Promise<boolean> =>
      this.act(() => firstValueFrom(this.http.post(`/api/actions/${todo.objectId}/${how}`, {}, { context: marked({ version: from }) })));
    if (await settle('done', version)) this.toasts.undoable(this.language.say('day.action_done'), () => settle('reopen', version + 1));
  }

  protected async putOff(todo: TodoOfDay): Promise<void> {
    const today = toCivilDate(this.day().today);
    const until = (day: string): Promise<boolean> =>
      this.act(() => firstValueFrom(this.http.post('/api/day/snoozes', { objectId: todo.objectId, until: day })));
    if (await until(plusDays(today, 1))) this.toasts.undoable(this.language.say('day.put_off'), () => until(today));
  }

  /** When an answer is due, when a date was or will be, or for how long nothing has happened. */
  protected whenOf({ dueAt, since, clock }: TodoOfDay): string {
    if (dueAt === null) return this.language.say('day.since', { lasting: this.formats.lasting(since) });
    return clock ? this.formats.ago(dueAt) : this.language.say('day.due', { ago: this.formats.ago(dueAt) });
  }

  protected linkOf(todo: TodoOfDay): readonly string[] {
    switch (todo.reason) {
      case 'referral_waiting':
      case 'referral_overdue':
        return ['/orientations', todo.objectId];
      case 'note_to_finish':
        return ['/entretiens', todo.objectId];
      case 'action_overdue':
        return ['/personnes', todo.beneficiaryId ?? '', 'plan'];
      default:
        return ['/personnes', todo.beneficiaryId ?? ''];
    }
  }

  private async act(call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call();
      this.changed.emit();
      return true;
    } catch (error) {
      this.failed.emit(error);
      return false;
    }
  }
}

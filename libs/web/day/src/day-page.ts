import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { MeetingOfDay, TodoOfDay, DayView } from '@relais/api-client';
import { toInstant } from '@relais/domain';
import { AgoPipe, Formats, Language, Live, marked, Shortcuts, TimePipe } from '@relais/web/kernel';
import { EmptyState, Icon, ListItem, ListKeys, ProblemState, Skeleton, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { QuickTrace } from './quick-trace';

/** "What now?" answered in five seconds: today's meetings, what to deal with and why, and meetings that left no trace. */
@Component({
  selector: 'rl-day-page',
  imports: [AgoPipe, EmptyState, Icon, ListItem, ListKeys, ProblemState, QuickTrace, RouterLink, Skeleton, TimePipe, TranslocoDirective],
  templateUrl: './day-page.html',
  styleUrl: './day-page.css',
})
export class DayPage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly live = inject(Live);

  protected readonly day = httpResource<DayView>(() => {
    this.live.changed();
    return '/api/day';
  });
  protected readonly problem = signal<unknown>(undefined);
  protected readonly heading = computed(() => (this.day.hasValue() ? this.formats.longDay(this.day.value().now) : ''));

  constructor() {
    inject(Shortcuts).during(inject(DestroyRef), [{ keys: 'e', label: 'day.key.interview', run: () => this.startNext() }]);
  }

  /** Letters on a meeting of the list: E begins the interview, A marks the person absent. */
  protected letter(meetings: readonly MeetingOfDay[], { key, index }: { key: string; index: number }): void {
    const meeting = meetings[index];
    if (!meeting) return;
    if (key === 'e') this.begin(meeting);
    if (key === 'a' && meeting.status === 'planned') void this.absent(meeting);
  }

  protected begin(meeting: MeetingOfDay): void {
    if (meeting.interviewId) void this.router.navigate(['/entretiens', meeting.interviewId]);
    else
      void this.router.navigate(['/entretiens/nouveau'], {
        queryParams: { personne: meeting.beneficiaryId, 'rendez-vous': meeting.appointmentId },
      });
  }

  protected async absent(meeting: MeetingOfDay): Promise<void> {
    await this.act(() => firstValueFrom(this.http.post(`/api/appointments/${meeting.appointmentId}/no-show`, {})));
    this.toasts.say(this.language.say('day.marked_absent', { name: meeting.name }));
  }

  protected async done(todo: TodoOfDay): Promise<void> {
    const version = todo.version ?? 0;
    await this.act(() => firstValueFrom(this.http.post(`/api/actions/${todo.objectId}/done`, {}, { context: marked({ version }) })));
    this.toasts.undoable(
      this.language.say('day.action_done'),
      () =>
        void this.act(() =>
          firstValueFrom(this.http.post(`/api/actions/${todo.objectId}/reopen`, {}, { context: marked({ version: version + 1 }) })),
        ),
    );
  }

  protected linkOf(todo: TodoOfDay): readonly string[] {
    switch (todo.reason) {
      case 'referral_waiting':
      case 'referral_overdue':
        return ['/orientations', todo.objectId];
      case 'note_to_finish':
        return ['/entretiens', todo.objectId];
      default:
        return ['/personnes', todo.beneficiaryId ?? ''];
    }
  }

  protected isPast(day: DayView, meeting: MeetingOfDay): boolean {
    return toInstant(meeting.startsAt) < day.now;
  }

  protected reload(): void {
    this.problem.set(undefined);
    this.day.reload();
  }

  private startNext(): void {
    const meetings = this.day.hasValue() ? this.day.value().meetings : [];
    const next = meetings.find(({ status, interviewId }) => status === 'planned' && !interviewId);
    if (next) this.begin(next);
  }

  private async act(call: () => Promise<unknown>): Promise<void> {
    try {
      await call();
      this.day.reload();
    } catch (error) {
      this.problem.set(error);
    }
  }
}

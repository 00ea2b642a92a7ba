import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DayView, MeetingOfDay } from '@relais/api-client';
import { AgoPipe, Language, TimePipe } from '@relais/web/kernel';
import { Meetings } from '@relais/web/meetings';
import { EmptyState, ListItem, ListKeys, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** An hour: people come early. Source: the rule of appointments. */
const EARLY = 3_600_000;

/** Today's meetings, each with what one needs to know before. E begins the interview, T says that it took place, A that it did not, H moves it. */
@Component({
  selector: 'rl-day-meetings',
  imports: [AgoPipe, EmptyState, ListItem, ListKeys, RouterLink, TimePipe, TranslocoDirective],
  templateUrl: './day-meetings.html',
  styleUrl: './day-rows.css',
})
export class DayMeetings {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly planning = inject(Meetings);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);

  readonly day = input.required<DayView>();
  readonly changed = output();
  readonly failed = output<unknown>();
  protected readonly meetings = computed(() => this.day().meetings);

  /** Begins the first interview of the day that is not begun. */
  beginNext(): void {
    const next = this.meetings().find(({ status, interviewId }) => status === 'planned' && !interviewId);
    if (next) this.begin(next);
  }

  protected letter({ key, index }: { key: string; index: number }): void {
    const meeting = this.meetings()[index];
    if (!meeting) return;
    if (key === 'e') this.begin(meeting);
    if (meeting.status !== 'planned') return;
    if (key === 'a' || key === 'h') void this.absent(meeting);
    if (key === 't' && this.mayHonour(meeting)) void this.honour(meeting);
  }

  protected open(index: number): void {
    const meeting = this.meetings()[index];
    if (meeting) this.begin(meeting);
  }

  protected begin(meeting: MeetingOfDay): void {
    if (meeting.interviewId) void this.router.navigate(['/entretiens', meeting.interviewId]);
    else
      void this.router.navigate(['/entretiens/nouveau'], {
        queryParams: { personne: meeting.beneficiaryId, 'rendez-vous': meeting.appointmentId },
      });
  }

  protected async absent(meeting: MeetingOfDay): Promise<void> {
    await this.planning.absent(meeting);
    this.changed.emit();
  }

  protected async honour(meeting: MeetingOfDay): Promise<void> {
    try {
      await firstValueFrom(this.http.post(`/api/appointments/${meeting.appointmentId}/honour`, {}));
      this.toasts.say(this.language.say('day.marked_honoured', { name: meeting.name }));
      this.changed.emit();
    } catch (error) {
      this.failed.emit(error);
    }
  }

  protected mayHonour(meeting: MeetingOfDay): boolean {
    return meeting.status === 'planned' && Date.parse(meeting.startsAt) - Date.parse(this.day().now) <= EARLY;
  }

  protected isPast(meeting: MeetingOfDay): boolean {
    return meeting.startsAt < this.day().now;
  }
}

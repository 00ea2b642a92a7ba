import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DayView, MeetingOfDay } from '@relais/api-client';
import { AgoPipe, Language, TimePipe } from '@relais/web/kernel';
import { MeetingRights, Meetings } from '@relais/web/meetings';
import { EmptyState, ListItem, ListKeys, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

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
  protected readonly rights = inject(MeetingRights);
  private readonly language = inject(Language);

  readonly day = input.required<DayView>();
  readonly changed = output();
  readonly failed = output<unknown>();
  protected readonly meetings = computed(() => this.day().meetings);

  /** Begins the first interview of the day that is not begun. */
  beginNext(): void {
    const next = this.meetings().find((meeting) => meeting.status === 'planned' && !meeting.interviewId && this.rights.holds(meeting));
    if (next) this.begin(next);
  }

  protected letter({ key, index }: { key: string; index: number }): void {
    const meeting = this.meetings()[index];
    if (!meeting) return;
    if (key === 'e') this.begin(meeting);
    if ((key === 'a' || key === 'h') && this.rights.may('excuse', meeting)) void this.absent(meeting);
    if (key === 't' && this.rights.may('honour', meeting)) void this.honour(meeting);
  }

  protected open(index: number): void {
    const meeting = this.meetings()[index];
    if (meeting) this.begin(meeting);
  }

  protected begin(meeting: MeetingOfDay): void {
    if (meeting.interviewId) void this.router.navigate(['/entretiens', meeting.interviewId]);
    else if (!this.rights.holds(meeting)) void this.router.navigate(['/personnes', meeting.beneficiaryId]);
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

  protected isPast(meeting: MeetingOfDay): boolean {
    return meeting.startsAt < this.day().now;
  }
}

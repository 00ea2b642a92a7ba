import { Component, computed, DestroyRef, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DayView } from '@relais/api-client';
import { ReceivedPacks } from '@relais/web/continuity';
import { AgoPipe, Formats, lastRead, Live, liveRead, Online, Refusals, Shortcuts } from '@relais/web/kernel';
import { ToFill } from '@relais/web/meetings';
import { ProblemState, Skeleton } from '@relais/web/ui';
import { DayMeetings } from './day-meetings';
import { DayTodo } from './day-todo';
import { QuickTrace } from './quick-trace';

/** "What now?" answered in five seconds: today's meetings, what to deal with and why, and meetings that left no trace. */
@Component({
  selector: 'rl-day-page',
  imports: [AgoPipe, DayMeetings, DayTodo, ProblemState, QuickTrace, ReceivedPacks, RouterLink, Skeleton, ToFill, TranslocoDirective],
  templateUrl: './day-page.html',
  styleUrl: './day-page.css',
})
export class DayPage {
  private readonly formats = inject(Formats);
  private readonly live = inject(Live);
  private readonly refusals = inject(Refusals);
  private readonly meetings = viewChild(DayMeetings);
  protected readonly online = inject(Online).online;

  protected readonly day = liveRead<DayView>(
    () => '/api/day',
    () => this.live.changed(),
  );
  protected readonly last = lastRead(this.day);
  protected readonly failed = signal<unknown>(undefined);
  protected readonly problem = computed(() => this.failed() ?? (this.online() ? this.day.error() : undefined));
  protected readonly sentence = computed(() => this.refusals.sentence(this.problem()));
  protected readonly heading = computed(() => this.formats.longDay(this.last()?.now ?? ''));
  protected readonly readAt = computed(() => (this.last() ? this.formats.time(this.last()?.now ?? '') : ''));

  constructor() {
    const run = (): void => this.meetings()?.beginNext();
    inject(Shortcuts).during(inject(DestroyRef), [{ keys: 'e', label: 'day.key.interview', run }]);
  }

  protected reload(): void {
    this.failed.set(undefined);
    this.day.reload();
  }
}

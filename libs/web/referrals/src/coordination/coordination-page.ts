import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CoordinatedPage, CoordinatedReferral, CoordinatedThread } from '@relais/api-client';
import { lastRead, Live, liveRead, Refusals, Shortcuts } from '@relais/web/kernel';
import { EmptyState, ListItem, ListKeys, ProblemState, SidePanel, Skeleton } from '@relais/web/ui';
import { CoordinatedClock } from './coordinated-clock';
import { CoordinatedMoves } from './coordinated-moves';
import { CoordinatedStory } from './coordinated-story';

/** Why a referral needs the region, in the order of the tabs. */
const WHYS = ['check', 'decline', 'escalated', 'contested', 'expired'] as const;

/** What needs the region: needs, units, clocks and reasons by file number, never who the person is. */
@Component({
  selector: 'rl-coordination-page',
  imports: [
    CoordinatedClock,
    CoordinatedMoves,
    CoordinatedStory,
    EmptyState,
    ListItem,
    ListKeys,
    ProblemState,
    RouterLink,
    SidePanel,
    Skeleton,
    TranslocoDirective,
  ],
  templateUrl: './coordination-page.html',
  styleUrl: './coordination-page.css',
})
export class CoordinationPage {
  private readonly router = inject(Router);
  private readonly live = inject(Live);
  protected readonly refusals = inject(Refusals);
  protected readonly lettersOff = inject(Shortcuts).lettersOff;

  /** Which reason, and which referral is open beside the list. */
  readonly pourquoi = input<string>();
  readonly orientation = input<string>();

  protected readonly why = computed(() => WHYS.find((each) => each === this.pourquoi()));
  protected readonly after = linkedSignal<string | undefined, string | undefined>({ source: this.why, computation: () => undefined });
  protected readonly page = liveRead<CoordinatedPage>(
    () => {
      const asked = [this.why() && `why=${this.why()}`, this.after() && `after=${this.after()}`].filter(Boolean).join('&');
      return `/api/coordinated-referrals${asked && `?${asked}`}`;
    },
    () => this.live.changed('referral'),
  );
  protected readonly tabs = computed(() => {
    const counts = this.page.hasValue() ? this.page.value().counts : [];
    const of = (why: (typeof WHYS)[number]): number => counts.find((each) => each.why === why)?.count ?? 0;
    return [{ why: undefined, count: WHYS.reduce((sum, why) => sum + of(why), 0) }, ...WHYS.map((why) => ({ why, count: of(why) }))];
  });
  protected readonly lines = linkedSignal<CoordinatedPage | undefined, readonly CoordinatedReferral[]>({
    source: () => (this.page.hasValue() ? this.page.value() : undefined),
    computation: (latest, before) => latest?.items ?? before?.value ?? [],
  });
  protected readonly opened = liveRead<CoordinatedThread>(
    () => (this.orientation() ? `/api/coordinated-referrals/${this.orientation()}` : undefined),
    () => this.live.changed('referral'),
  );
  protected readonly shown = lastRead(this.opened, this.orientation);

  protected open(index: number): void {
    const line = this.lines()[index];
    if (line) this.show(line.id);
  }

  protected follow(index: number): void {
    if (this.orientation()) this.open(index);
  }

  protected show(id: string | undefined): void {
    const queryParams = { pourquoi: this.why() ?? null, orientation: id ?? null };
    void this.router.navigate([], { queryParams, replaceUrl: true });
  }

  protected moved(thread: CoordinatedThread): void {
    this.opened.set(thread);
    this.page.reload();
  }
}

import { afterNextRender, Component, computed, DestroyRef, inject, Injector, input, linkedSignal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReferralCounts, ReferralLine, ReferralsPage, ReferralView } from '@relais/api-client';
import { Language, lastRead, Live, liveRead, MomentPipe, Refusals, Shortcuts } from '@relais/web/kernel';
import { EmptyState, KeptWords, type Letter, ListItem, ListKeys, ProblemState, SidePanel, Skeleton } from '@relais/web/ui';
import { answeredBefore } from '../thread/answered-before';
import { ReferralBody } from '../thread/referral-body';
import type { Decided } from '../thread/referral-moves';
import { BOXES, type Box, lettersOf } from './boxes';
import { DeskCapacity } from './desk-capacity';
import { InboxLine } from './inbox-line';
import { TriageDesk } from './triage-desk';
import { Verdicts } from './verdicts';
import { Watchers } from './watchers';

/** Every referral gets an answer in time and a named owner: the queue by due date, one key per verdict, the next one already on screen. */
@Component({
  selector: 'rl-inbox-page',
  imports: [
    DeskCapacity,
    EmptyState,
    InboxLine,
    KeptWords,
    ListItem,
    ListKeys,
    MomentPipe,
    ProblemState,
    ReferralBody,
    RouterLink,
    SidePanel,
    Skeleton,
    TranslocoDirective,
    Watchers,
  ],
  providers: [TriageDesk],
  templateUrl: './inbox-page.html',
  styleUrl: './inbox-page.css',
})
export class InboxPage {
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly live = inject(Live);
  private readonly refusals = inject(Refusals);
  private readonly injector = inject(Injector);
  protected readonly desk = inject(TriageDesk);
  protected readonly verdicts = inject(Verdicts);
  protected readonly lettersOff = inject(Shortcuts).lettersOff;
  private readonly keys = viewChild(ListKeys);

  /** Which view, and which referral is open beside it: both in the address, so that it can be handed on. */
  readonly vue = input<string>();
  readonly orientation = input<string>();

  protected readonly box = computed<Box>(() => BOXES.find((each) => each === this.vue()) ?? 'received');
  protected readonly after = linkedSignal<Box, string | undefined>({ source: this.box, computation: () => undefined });
  protected readonly page = liveRead<ReferralsPage>(
    () => `/api/referrals?box=${this.box()}${this.after() ? `&after=${this.after()}` : ''}`,
    () => this.live.changed('referral') + this.verdicts.settled(),
  );
  protected readonly counts = liveRead<ReferralCounts>(
    () => '/api/referrals/counts',
    () => this.live.changed('referral') + this.verdicts.settled(),
  );
  /** The lines last read stay while the next ones come; what was decided is gone at once. */
  private readonly read = linkedSignal<ReferralsPage | undefined, readonly ReferralLine[]>({
    source: () => (this.page.hasValue() ? this.page.value() : undefined),
    computation: (latest, before) => latest?.items ?? before?.value ?? [],
  });
  protected readonly lines = computed(() => this.read().filter(({ id }) => !this.verdicts.decided(id)));
  protected readonly place = computed(() => this.lines().findIndex(({ id }) => id === this.orientation()));
  private readonly address = computed(() => {
    const id = this.orientation();
    return id && !this.verdicts.decided(id) ? `/api/referrals/${id}` : undefined;
  });
  protected readonly opened = liveRead<ReferralView>(this.address, () => this.live.changed('referral'));
  /** Stays while it is read anew, with the dialog and the words of whoever answers. */
  protected readonly shown = lastRead(this.opened, this.address);
  protected readonly chosen = linkedSignal<Box, readonly string[]>({ source: this.box, computation: () => [] });
  protected readonly tabs = computed(() => {
    const counts = this.counts.hasValue() ? this.counts.value() : undefined;
    return BOXES.filter((box) => box !== 'snoozed' || this.box() === 'snoozed' || (counts?.snoozed ?? 0) > 0).map((box) => ({
      box,
      count: counts ? (counts[box] >= 1000 ? '999+' : String(counts[box])) : '',
    }));
  });
  protected readonly waitingForNetwork = computed(() => this.verdicts.waiting().filter(({ state }) => state === 'no_network'));
  protected readonly refusal = computed(() => {
    const refused = this.verdicts.refused();
    if (!refused) return undefined;
    const said = answeredBefore(refused.problem, (key, params) => this.language.say(key, params));
    return { ...refused, sentence: said ?? this.refusals.sentence(refused.problem) };
  });
  protected readonly mayDecide = computed(() => lettersOf(this.box()).length > 0);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.verdicts.leaveNow());
  }

  protected letter({ key, index, shift }: Letter): void {
    const line = this.lines()[index];
    if (!line) return;
    if (key === 'x') return this.choose(line.id);
    void this.desk.letter(key, shift, line).then((decided) => decided && this.goOn(index));
  }

  protected decide(line: ReferralLine | undefined, { move, body }: Decided): void {
    if (!line) return;
    const index = this.lines().indexOf(line);
    this.desk.take(line, move, body);
    this.goOn(index);
  }

  protected open(index: number): void {
    const line = this.lines()[index];
    if (line) this.show(line.id);
  }

  /** Another line in the panel, by its buttons. */
  protected step(by: 1 | -1): void {
    this.open(Math.max(0, Math.min(this.place() + by, this.lines().length - 1)));
  }

  protected follow(index: number): void {
    if (this.orientation()) this.open(index);
  }

  protected show(id: string | undefined): void {
    const queryParams = { vue: this.box(), orientation: id ?? null };
    void this.router.navigate([], { queryParams, replaceUrl: true });
  }

  protected choose(id: string): void {
    this.chosen.update((ids) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]));
  }

  protected async forChosen(key: 'p' | 'h'): Promise<void> {
    const lines = this.lines().filter(({ id }) => this.chosen().includes(id));
    await this.desk.together(key, lines);
    this.chosen.set([]);
    this.changed();
  }

  protected changed(): void {
    this.page.reload();
    this.counts.reload();
    this.opened.reload();
  }

  /** The next line takes the place of the one that was decided: in the list, and in the panel when it is open. */
  private goOn(index: number): void {
    const next = Math.min(index, this.lines().length - 1);
    if (this.orientation()) this.show(this.lines()[next]?.id);
    afterNextRender(() => this.keys()?.focus(next), { injector: this.injector });
  }
}

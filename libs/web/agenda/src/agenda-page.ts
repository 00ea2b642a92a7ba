import { httpResource } from '@angular/common/http';
import { Component, computed, DestroyRef, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type {
  AgendaPage as Agenda,
  AvailabilityView,
  BusyView,
  ColleagueList,
  GroupSessionLine,
  GroupSessionList,
} from '@relais/api-client';
import { minuteOfDay, plusDays } from '@relais/domain';
import { Formats, Language, lastRead, Live, liveRead, MomentPipe, Online, Refusals, Session, Shortcuts } from '@relais/web/kernel';
import { ToFill } from '@relais/web/meetings';
import { Dialogs, Icon, OfflineNotice, ProblemState, Skeleton } from '@relais/web/ui';
import { AgendaGrid, type GridKey } from './agenda-grid';
import { AgendaList } from './agenda-list';
import { dayNamed, daysOf, entriesOf, type View, VIEWS } from './entries';
import { FeedDialog } from './feed-dialog';
import { HoursDialog } from './hours-dialog';
import { MeetingActs } from './meeting-acts';
import type { MeetingAct } from './meeting-card';
import { SessionDialog } from './session-dialog';

const LETTERS: Readonly<Partial<Record<string, MeetingAct>>> = { e: 'interview', a: 'absent', m: 'move', p: 'move' };

/** One's own week, day or list: book in one exchange, move by keys or by form, say what became of what is over. */
@Component({
  selector: 'rl-agenda-page',
  imports: [AgendaGrid, AgendaList, Icon, MomentPipe, OfflineNotice, ProblemState, RouterLink, Skeleton, ToFill, TranslocoDirective],
  providers: [MeetingActs],
  templateUrl: './agenda-page.html',
  styleUrl: './agenda-page.css',
})
export class AgendaPage {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly refusals = inject(Refusals);
  private readonly dialogs = inject(Dialogs);
  private readonly live = inject(Live);
  private readonly acts = inject(MeetingActs);
  private readonly toFill = viewChild(ToFill);
  private readonly small = matchMedia('(width < 48rem)').matches;
  protected readonly online = inject(Online).online;

  /** `?vue=semaine|jour|liste`. */
  readonly vue = input<string>();
  /** `?jour=2026-11-25`. */
  readonly jour = input<string>();

  protected readonly views: readonly View[] = this.small ? VIEWS.filter((view) => view !== 'semaine') : VIEWS;
  protected readonly view = computed<View>(() => this.views.find((view) => view === this.vue()) ?? (this.small ? 'liste' : 'semaine'));
  protected readonly day = computed(() => dayNamed(this.jour(), this.session.today()));
  private readonly period = computed(() => daysOf(this.view(), this.day()));
  private readonly span = computed(() => ({ from: this.period()[0] ?? this.day(), to: this.period().at(-1) ?? this.day() }));
  protected readonly colleague = signal('');
  protected readonly failed = signal<unknown>(undefined);
  protected readonly said = signal('');

  protected readonly agenda = liveRead<Agenda>(
    () => ({ url: '/api/appointments', params: { ...this.span(), limit: 100 } }),
    () => this.live.changed('notice', 'pack', 'referral'),
  );
  protected readonly last = lastRead(this.agenda);
  protected readonly sessions = httpResource<GroupSessionList>(() => ({ url: '/api/group-sessions', params: this.span() }));
  private readonly lastSessions = lastRead(this.sessions);
  protected readonly hours = httpResource<AvailabilityView>(() => '/api/agenda/availability');
  private readonly team = httpResource<ColleagueList>(() => `/api/units/${this.session.post()?.unitId}/posts`);
  private readonly theirs = httpResource<BusyView>(() =>
    this.colleague() ? { url: '/api/agenda/busy', params: { postId: this.colleague(), ...this.span() } } : undefined,
  );
  protected readonly colleagues = computed(() =>
    (this.team.hasValue() ? this.team.value().items : []).filter(({ id }) => id !== this.session.post()?.id),
  );
  protected readonly groups = computed(() => this.lastSessions()?.items ?? []);
  protected readonly entries = computed(() =>
    entriesOf(this.last()?.items ?? [], this.groups(), this.theirs.hasValue() ? this.theirs.value().items : [], this.session.timeZone()),
  );
  /** Without its weekend, unless something stands there. */
  protected readonly days = computed(() => {
    const used = new Set(this.entries().map(({ day }) => day));
    return this.period().filter((day, index) => index < 5 || used.has(day));
  });
  protected readonly windows = computed(() => (this.hours.hasValue() ? this.hours.value().windows : []));
  protected readonly heading = computed(() => {
    const name = (day: string): string => this.formats.longDay(minuteOfDay(dayNamed(day, this.day()), 720, this.session.timeZone()));
    const { from, to } = this.span();
    return from === to ? name(from) : this.language.say('agenda.from_to', { from: name(from), to: name(to) });
  });
  protected readonly problem = computed(() => this.failed() ?? (this.online() ? this.agenda.error() : undefined));
  protected readonly sentence = computed(() => this.refusals.sentence(this.problem()));

  constructor() {
    inject(Shortcuts).during(inject(DestroyRef), [
      { keys: 'w', label: 'agenda.key.week', run: () => this.show('semaine') },
      { keys: 'd', label: 'agenda.key.day', run: () => this.show('jour') },
      { keys: 'l', label: 'agenda.key.list', run: () => this.show('liste') },
      { keys: 't', label: 'agenda.key.today', run: () => this.goTo(undefined) },
      { keys: 'p', label: 'agenda.key.propose', run: () => void this.plan() },
    ]);
  }

  protected show(view: View): void {
    if (this.views.includes(view)) void this.router.navigate([], { queryParams: { vue: view }, queryParamsHandling: 'merge' });
  }

  protected turn(step: -1 | 1): void {
    this.goTo(plusDays(this.day(), step * (this.view() === 'jour' ? 1 : 7)));
  }

  protected goTo(day: string | undefined): void {
    void this.router.navigate([], { queryParams: { jour: day ?? null }, queryParamsHandling: 'merge' });
  }

  protected async press({ key, startsAt, entry }: GridKey): Promise<void> {
    if (entry?.session) return void (await this.router.navigate(['/agenda/seances', entry.session.id]));
    const meeting = entry?.meeting;
    const letter = LETTERS[key];
    if (!meeting) return key === 'enter' || key === 'p' ? this.plan(key === 'enter' ? startsAt : undefined) : undefined;
    if (letter && !this.acts.may(letter, meeting)) return;
    await this.change(() => (letter ? this.acts.run(letter, meeting) : this.acts.open(meeting)));
  }

  protected async plan(startsAt?: string): Promise<void> {
    await this.change(() => this.acts.plan(startsAt));
  }

  protected async keepHours(): Promise<void> {
    await this.dialogs.open(HoursDialog, { data: this.hours.hasValue() ? this.hours.value() : undefined, wide: true });
    this.hours.reload();
  }

  protected async publish(): Promise<void> {
    await this.dialogs.open(FeedDialog);
  }

  protected async planSession(): Promise<void> {
    const session = await this.dialogs.open<GroupSessionLine>(SessionDialog);
    if (session) await this.router.navigate(['/agenda/seances', session.id]);
  }

  protected reload(): void {
    this.failed.set(undefined);
    this.agenda.reload();
    this.sessions.reload();
    this.toFill()?.reload();
  }

  private async change(act: () => Promise<boolean>): Promise<void> {
    this.failed.set(undefined);
    try {
      if (await act()) this.reload();
    } catch (error) {
      this.failed.set(error);
    }
  }
}

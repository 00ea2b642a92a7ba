import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, DestroyRef, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView, TimelineItem, TimelinePage } from '@relais/api-client';
import { ageOn, civilDateIn, instantAt, toCivilDate } from '@relais/domain';
import { AgoPipe, CanDo, DatePipe, Language, Live, MomentPipe, Session, Shortcuts } from '@relais/web/kernel';
import { Icon, ProblemState, Skeleton, type Strand, Thread, ThreadItem, type ThreadWords } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { ContactFacts } from './contact-facts';
import { SituationForm } from './situation-form';

const TONES = 8;

/** Someone understood in thirty seconds, whoever wrote it: who they are, where they stand, and the thread of their support. */
@Component({
  selector: 'rl-file-page',
  imports: [
    AgoPipe,
    CanDo,
    ContactFacts,
    DatePipe,
    Icon,
    MomentPipe,
    ProblemState,
    RouterLink,
    SituationForm,
    Skeleton,
    Thread,
    ThreadItem,
    TranslocoDirective,
  ],
  templateUrl: './file-page.html',
  styleUrl: './file-page.css',
})
export class FilePage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly live = inject(Live);

  readonly id = input.required<string>();

  protected readonly file = httpResource<BeneficiaryView>(() => `/api/beneficiaries/${this.id()}`);
  protected readonly page = httpResource<TimelinePage>(() => {
    this.live.changed();
    return `/api/beneficiaries/${this.id()}/timeline?limit=50`;
  });
  protected readonly older = linkedSignal<TimelinePage | undefined, readonly TimelineItem[]>({
    source: () => (this.page.hasValue() ? this.page.value() : undefined),
    computation: () => [],
  });
  protected readonly next = linkedSignal(() => (this.page.hasValue() ? this.page.value().next : null));
  protected readonly only = signal<string>('');
  protected readonly adding = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly all = computed(() => [...(this.page.hasValue() ? this.page.value().items : []), ...this.older()]);
  protected readonly entries = computed(() => this.all().filter(({ kind }) => this.only() === '' || kind.startsWith(this.only())));
  protected readonly filters = ['interview', 'referral', 'appointment', 'situation'] as const;
  protected readonly age = computed(() => {
    const birthDate = this.file.hasValue() ? this.file.value().birthDate : undefined;
    return birthDate ? ageOn(toCivilDate(birthDate), civilDateIn(this.session.timeZone(), instantAt(Date.now()))) : 0;
  });
  protected readonly strands = computed<Strand[]>(() => {
    const supports = this.file.hasValue() ? this.file.value().supports : [];
    return supports.map((support, index) => ({
      key: support.unitId ?? support.id,
      label: support.operatorName ?? this.language.say('people.other_operator'),
      tone: (index % TONES) + 1,
      from: support.openedOn,
      to: support.closedOn,
    }));
  });
  protected readonly words = computed<ThreadWords>(() => ({
    legend: this.language.say('people.thread.legend'),
    silence: (days) => this.language.say('people.thread.silence', { count: days }),
    gap: (days) => this.language.say('people.thread.gap', { count: days }),
    handoff: (from, to) => this.language.say('people.thread.handoff', { from, to }),
  }));

  constructor() {
    inject(Shortcuts).during(inject(DestroyRef), [
      {
        keys: 'e',
        label: 'people.key.interview',
        run: () => void this.router.navigate(['/entretiens/nouveau'], { queryParams: { personne: this.id() } }),
      },
      { keys: 'o', label: 'people.key.refer', run: () => void this.router.navigate(['/orienter', this.id()]) },
    ]);
  }

  protected titleOf(item: TimelineItem): string {
    if (item.kind === 'interview') return this.language.say(`people.mode.${item.words}`);
    if (item.kind === 'situation') return this.language.say(`people.situation.${item.status}`);
    if (item.kind === 'support_opened') return this.language.say('people.support_opened');
    return item.words;
  }

  protected linkOf(item: TimelineItem): string[] | null {
    if (item.kind === 'interview') return ['/entretiens', item.id];
    return item.kind === 'referral' ? ['/orientations', item.id] : null;
  }

  protected async more(): Promise<void> {
    const after = this.next();
    if (!after) return;
    try {
      const page = await firstValueFrom(this.http.get<TimelinePage>(`/api/beneficiaries/${this.id()}/timeline?limit=50&after=${after}`));
      this.older.update((items) => [...items, ...page.items]);
      this.next.set(page.next);
    } catch (error) {
      this.problem.set(error);
    }
  }

  protected changed(file: BeneficiaryView): void {
    this.file.set(file);
    this.adding.set(false);
    this.page.reload();
  }
}

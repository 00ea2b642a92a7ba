import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, DestroyRef, DOCUMENT, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView, TimelineItem, TimelinePage } from '@relais/api-client';
import { ageOn, toCivilDate } from '@relais/domain';
import { ClocksPanel } from '@relais/web/clocks';
import { HandoverPanel, Referents } from '@relais/web/continuity';
import { CanDo, Live, liveRead, Session, Shortcuts } from '@relais/web/kernel';
import { Meetings } from '@relais/web/meetings';
import { Dialogs, Icon, Skeleton } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { ContactFacts } from './contact-facts';
import { Failed } from './failed';
import { FileThread } from './file-thread';
import { GlassBanner } from './glass-banner';
import { IdentityFacts } from './identity-facts';
import { Representatives } from './representatives';
import { SharingFacts } from './sharing-facts';
import { SituationFacts } from './situation-facts';
import { Standing } from './standing';
import { SupportFacts } from './support-facts';
import { Trail } from './trail';

/** Someone understood in thirty seconds, whoever wrote it: who they are, where they stand, and the thread of their support. */
@Component({
  selector: 'rl-file-page',
  imports: [
    CanDo,
    ClocksPanel,
    ContactFacts,
    Failed,
    FileThread,
    GlassBanner,
    HandoverPanel,
    Icon,
    IdentityFacts,
    Referents,
    Representatives,
    RouterLink,
    SharingFacts,
    SituationFacts,
    Skeleton,
    Standing,
    SupportFacts,
    TranslocoDirective,
  ],
  templateUrl: './file-page.html',
  styleUrl: './file-page.css',
})
export class FilePage {
  private readonly document = inject(DOCUMENT);
  private readonly dialogs = inject(Dialogs);
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly live = inject(Live);
  private readonly meetings = inject(Meetings);
  protected readonly trail = inject(Trail);

  readonly id = input.required<string>();

  protected readonly file = httpResource<BeneficiaryView>(() => `/api/beneficiaries/${this.id()}`);
  protected readonly page = liveRead<TimelinePage>(
    () => `/api/beneficiaries/${this.id()}/timeline?limit=50`,
    () => this.live.changedFile(this.id()),
  );
  private readonly first = computed(() => (this.page.hasValue() ? this.page.value() : undefined));
  private readonly later = linkedSignal<TimelinePage | undefined, readonly TimelineItem[]>({
    source: this.first,
    computation: () => [],
  });
  protected readonly next = linkedSignal(() => this.first()?.next ?? null);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly items = computed(() => [...(this.first()?.items ?? []), ...this.later()]);
  protected readonly ready = computed(() => this.first() !== undefined);
  protected readonly age = computed(() => {
    const birthDate = this.file.hasValue() ? this.file.value().birthDate : undefined;
    return birthDate ? ageOn(toCivilDate(birthDate), this.session.today()) : 0;
  });
  /** On a phone everything stands in one column: the ways to its parts. */
  protected readonly jumps = ['thread', 'clocks', 'contact', 'supports', 'situation', 'sharing'] as const;
  protected readonly place = computed(() => this.trail.placeOf(this.id()));
  protected readonly before = computed(() => this.trail.beside(this.id(), -1));
  protected readonly after = computed(() => this.trail.beside(this.id(), 1));

  constructor() {
    inject(Shortcuts).during(inject(DestroyRef), [
      { keys: 'e', label: 'people.key.interview', run: () => this.write() },
      { keys: 'o', label: 'people.key.refer', run: () => void this.router.navigate(['/orienter', this.id()]) },
      { keys: 'r', label: 'people.key.meet', run: () => void this.meet() },
      { keys: 'f2', label: 'people.key.alike', run: () => void this.router.navigate(['/personnes', this.id(), 'comparer']) },
      { keys: 'alt+arrowdown', label: 'people.key.next_person', run: () => this.go(this.after()?.id) },
      { keys: 'alt+arrowup', label: 'people.key.previous_person', run: () => this.go(this.before()?.id) },
    ]);
  }

  protected changed(file: BeneficiaryView): void {
    this.file.set(file);
    this.page.reload();
  }

  protected write(): void {
    void this.router.navigate(['/entretiens/nouveau'], { queryParams: { personne: this.id() } });
  }

  protected async meet(): Promise<void> {
    if (!this.file.hasValue() || !this.session.may('appointment.plan')) return;
    const { id: beneficiaryId, name, unsafeToContact, contactRule } = this.file.value();
    if (await this.meetings.plan({ person: { beneficiaryId, name, unsafeToContact, contactRule } })) this.page.reload();
  }

  /** The person came back: the closed file opens again, led by whoever opens it. */
  protected async reopen(): Promise<void> {
    if (!this.file.hasValue()) return;
    const { ReopenDialog } = await import('./reopen-dialog');
    const file = await this.dialogs.open<BeneficiaryView>(ReopenDialog, { data: this.file.value() });
    if (file) this.changed(file);
  }

  protected jump(part: string): void {
    this.document.getElementById(`${part}-title`)?.scrollIntoView();
  }

  protected async more(): Promise<void> {
    const after = this.next();
    if (!after) return;
    this.problem.set(undefined);
    try {
      const page = await firstValueFrom(this.http.get<TimelinePage>(`/api/beneficiaries/${this.id()}/timeline?limit=50&after=${after}`));
      this.later.update((items) => [...items, ...page.items]);
      this.next.set(page.next);
    } catch (error) {
      this.problem.set(error);
    }
  }

  private go(id: string | undefined): void {
    if (id) void this.router.navigate(['/personnes', id]);
  }
}

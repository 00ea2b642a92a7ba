import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, DestroyRef, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView, DestinationLine, DestinationList, PacketView, ReferralView, TimelinePage } from '@relais/api-client';
import { INTERVIEW_THEMES, type InterviewTheme, SHARING_WAYS, type SharingWay } from '@relais/domain';
import { Language, marked, MomentPipe, Shortcuts } from '@relais/web/kernel';
import { Field, Icon, ListItem, ListKeys, ProblemState, Skeleton, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { PacketSheet } from '../thread/packet-sheet';

/** The right place that can really take this person, with exactly what will be shared on screen before it leaves. */
@Component({
  selector: 'rl-compose-page',
  imports: [Field, Icon, ListItem, ListKeys, MomentPipe, PacketSheet, ProblemState, RouterLink, Skeleton, TranslocoDirective],
  templateUrl: './compose-page.html',
  styleUrl: './compose-page.css',
})
export class ComposePage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly once = crypto.randomUUID();

  readonly personId = input.required<string>();
  /** A draft to go on with, the referral that this one follows, a destination and a need already known. */
  readonly brouillon = input<string>();
  readonly suite = input<string>();
  readonly vers = input<string>();
  readonly besoin = input<string>();

  protected readonly themes = INTERVIEW_THEMES;
  protected readonly ways = SHARING_WAYS.filter((way) => way !== 'own_space');
  protected readonly person = httpResource<BeneficiaryView>(() => `/api/beneficiaries/${this.personId()}`);
  protected readonly destinations = httpResource<DestinationList>(() => '/api/destinations');
  private readonly timeline = httpResource<TimelinePage>(() => `/api/beneficiaries/${this.personId()}/timeline?limit=30`);
  protected readonly need = linkedSignal(() => this.besoin() ?? '');
  protected readonly theme = signal<InterviewTheme>('guidance');
  protected readonly kind = signal<'add' | 'redirect'>('add');
  protected readonly urgent = signal(false);
  protected readonly filter = signal('');
  protected readonly unit = linkedSignal(() => this.vers() ?? '');
  protected readonly included = signal<readonly string[]>([]);
  protected readonly message = signal('');
  protected readonly agreement = signal<'informed' | 'agreed' | ''>('');
  protected readonly how = signal<SharingWay>('said');
  protected readonly draft = signal<ReferralView | undefined>(undefined);
  protected readonly preview = signal<PacketView | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly choices = computed(() => {
    const items = this.destinations.hasValue() ? this.destinations.value().items : [];
    const words = this.filter().toLowerCase();
    const named = ({ operatorName, unitName, communeName, summary }: DestinationLine): string =>
      `${operatorName} ${unitName} ${communeName ?? ''} ${summary}`.toLowerCase();
    return items.filter((each) => each.unitId === this.unit() || named(each).includes(words)).slice(0, 30);
  });
  protected readonly chosen = computed(() => this.choices().find(({ unitId }) => unitId === this.unit()));
  protected readonly shareable = computed(() => {
    const items = this.timeline.hasValue() ? this.timeline.value().items : [];
    return items.flatMap(({ notes, at }) =>
      notes.filter(({ audience }) => ['network', 'person'].includes(audience)).map((note) => ({ ...note, at })),
    );
  });
  protected readonly ready = computed(() => this.need().trim() !== '' && this.unit() !== '');

  constructor() {
    effect(() => {
      if (this.person.hasValue() && this.agreement() === '') {
        const { status } = this.person.value().sharing;
        this.agreement.set(status === 'opposed' ? '' : status);
      }
    });
    effect(() => {
      const id = this.brouillon();
      if (id && !this.draft()) void this.goOn(id);
    });
    inject(Shortcuts).during(inject(DestroyRef), [
      { keys: 'ctrl+enter', label: 'referrals.key.send', run: () => void (this.preview() ? this.send() : this.show()) },
    ]);
  }

  protected choose(index: number): void {
    this.unit.set(this.choices()[index]?.unitId ?? '');
    this.preview.set(undefined);
  }

  protected tick(id: string): void {
    this.included.update((ids) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]));
    this.preview.set(undefined);
  }

  /** Keeps the draft and shows the packet exactly as the receiver will read it. */
  protected show(): Promise<void> {
    return this.act(async () => {
      const draft = await this.keep();
      this.draft.set(draft);
      this.preview.set(await firstValueFrom(this.http.post<PacketView>(`/api/referrals/${draft.id}/packet-preview`, {})));
    });
  }

  protected send(): Promise<void> {
    return this.act(async () => {
      const [draft, packet, status] = [this.draft(), this.preview(), this.agreement()];
      if (!draft || !packet) return;
      const body = { hash: packet.hash, version: draft.version, ...(status && { agreement: { status, how: this.how() } }) };
      const sent = await firstValueFrom(this.http.post<ReferralView>(`/api/referrals/${draft.id}/send`, body));
      this.toasts.say(this.language.say('referrals.sent_toast', { name: sent.receiver.operatorName }));
      await this.router.navigate(['/orientations', sent.id]);
    });
  }

  private keep(): Promise<ReferralView> {
    const body = {
      kind: this.kind(),
      need: this.need().trim(),
      theme: this.theme(),
      urgent: this.urgent(),
      receiverUnitId: this.unit(),
      included: this.included(),
      message: this.message(),
    };
    const draft = this.draft();
    if (draft)
      return firstValueFrom(
        this.http.patch<ReferralView>(`/api/referrals/${draft.id}`, body, { context: marked({ version: draft.version }) }),
      );
    const fresh = { ...body, beneficiaryId: this.personId(), ...(this.suite() && { parentId: this.suite() }) };
    return firstValueFrom(this.http.post<ReferralView>('/api/referrals', fresh, { context: marked({ once: this.once }) }));
  }

  private goOn(id: string): Promise<void> {
    return this.act(async () => {
      const draft = await firstValueFrom(this.http.get<ReferralView>(`/api/referrals/${id}`));
      this.draft.set(draft);
      this.need.set(draft.need);
      this.theme.set(INTERVIEW_THEMES.find((each) => each === draft.theme) ?? 'other');
      this.kind.set(draft.kind === 'redirect' ? 'redirect' : 'add');
      this.urgent.set(draft.urgent);
      this.unit.set(draft.receiver.unitId);
      this.included.set(draft.included);
      this.message.set(draft.message);
    });
  }

  private async act(call: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await call();
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}

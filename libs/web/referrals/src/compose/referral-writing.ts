import { HttpClient } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { PacketView, ReferralView } from '@relais/api-client';
import { INTERVIEW_THEMES, type InterviewTheme } from '@relais/domain';
import { Drafts, isProblem, marked, Online } from '@relais/web/kernel';
import type { SaveState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** Milliseconds without typing before the draft is kept and its pack made anew. */
const REST = 600;

/** What a referral is written from: the person, and what is already known. */
export type Beginning = {
  readonly personId: string;
  readonly draftId?: string | undefined;
  readonly parentId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly need?: string | undefined;
  readonly theme?: string | undefined;
};

/** Kinds that one writes for a person whose file is open; a `claim` begins where one does not accompany. */
const WRITTEN_KINDS = ['add', 'redirect', 'assess', 'self'] as const;

type WrittenKind = (typeof WRITTEN_KINDS)[number];

type Kept = { need: string; theme: InterviewTheme; kind: WrittenKind; urgent: boolean; unitId: string; message: string };

/** A referral being written: kept on this device, then with the API as soon as it says what and where, its pack always as it stands. */
@Injectable()
export class ReferralWriting {
  private readonly http = inject(HttpClient);
  private readonly drafts = inject(Drafts);
  private readonly online = inject(Online);
  private readonly once = crypto.randomUUID();
  private beginning: Beginning = { personId: '' };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private chain: Promise<void> = Promise.resolve();
  private saved = '';

  readonly need = signal('');
  readonly theme = signal<InterviewTheme>('guidance');
  readonly kind = signal<Kept['kind']>('add');
  readonly urgent = signal(false);
  readonly unitId = signal('');
  readonly included = signal<readonly string[]>([]);
  /** Where one would turn next, in order. */
  readonly thenUnitIds = signal<readonly string[]>([]);
  readonly message = signal('');
  readonly draft = signal<ReferralView | undefined>(undefined);
  readonly preview = signal<PacketView | undefined>(undefined);
  readonly state = signal<SaveState>('idle');
  readonly problem = signal<unknown>(undefined);
  readonly ready = computed(() => this.need().trim() !== '' && this.unitId() !== '');

  private readonly body = computed(() => ({
    kind: this.kind(),
    need: this.need().trim(),
    theme: this.theme(),
    urgent: this.urgent(),
    receiverUnitId: this.unitId(),
    included: this.included(),
    thenUnitIds: this.thenUnitIds().filter((id) => id !== this.unitId()),
    message: this.message(),
  }));

  constructor() {
    effect(() => {
      const text = JSON.stringify(this.body());
      untracked(() => this.changed(text));
    });
    effect(() => {
      if (this.online.online() && untracked(() => this.state()) === 'waiting') untracked(() => void this.keep());
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** Takes up what is known: a draft, what an earlier page kept on this device, or the first words of a re-referral. */
  async begin(beginning: Beginning): Promise<void> {
    this.beginning = beginning;
    const { draftId, need = '', theme, unitId = '' } = beginning;
    this.need.set(need);
    this.unitId.set(unitId);
    this.theme.set(themeOf(theme) ?? 'guidance');
    if (draftId) return this.goOn(draftId);
    const kept = need === '' && unitId === '' ? await this.drafts.of(this.place()) : undefined;
    if (kept) this.take(JSON.parse(kept) as Kept);
  }

  /** Resolves once the API has what is on the screen, and its pack is the one that is shown. */
  async keep(): Promise<void> {
    clearTimeout(this.timer);
    this.chain = this.chain.then(() => this.save());
    await this.chain;
  }

  /** What was sent no longer waits on this device. */
  async forget(): Promise<void> {
    await this.drafts.drop(this.place());
  }

  private changed(text: string): void {
    clearTimeout(this.timer);
    if (text === this.saved || (this.need().trim() === '' && this.unitId() === '')) return;
    this.timer = setTimeout(() => void this.keep(), REST);
  }

  private async save(): Promise<void> {
    const body = this.body();
    const text = JSON.stringify(body);
    if (text === this.saved) return;
    const { need, theme, kind, urgent, unitId, message } = this;
    const kept: Kept = { need: need(), theme: theme(), kind: kind(), urgent: urgent(), unitId: unitId(), message: message() };
    const here = await this.drafts.keep(this.place(), JSON.stringify(kept));
    if (!this.ready()) return this.state.set(here ? 'device' : 'idle');
    this.state.set('saving');
    this.problem.set(undefined);
    try {
      const draft = await this.write(body);
      this.draft.set(draft);
      this.preview.set(await firstValueFrom(this.http.post<PacketView>(`/api/referrals/${draft.id}/packet-preview`, {})));
      this.saved = text;
      this.state.set('saved');
      await this.forget();
    } catch (problem) {
      this.state.set(isProblem(problem, 'network') ? 'waiting' : 'failed');
      if (!isProblem(problem, 'network')) this.problem.set(problem);
    }
  }

  private write(body: object): Promise<ReferralView> {
    const draft = this.draft();
    if (draft) {
      const context = marked({ version: draft.version });
      return firstValueFrom(this.http.patch<ReferralView>(`/api/referrals/${draft.id}`, body, { context }));
    }
    const { personId, parentId } = this.beginning;
    const fresh = { ...body, beneficiaryId: personId, ...(parentId && { parentId }) };
    return firstValueFrom(this.http.post<ReferralView>('/api/referrals', fresh, { context: marked({ once: this.once }) }));
  }

  private async goOn(id: string): Promise<void> {
    try {
      const draft = await firstValueFrom(this.http.get<ReferralView>(`/api/referrals/${id}`));
      this.draft.set(draft);
      const { need, urgent, message } = draft;
      const kind = WRITTEN_KINDS.find((each) => each === draft.kind) ?? 'add';
      this.take({ need, theme: themeOf(draft.theme) ?? 'other', kind, urgent, unitId: draft.receiver.unitId, message });
      this.included.set(draft.included);
      this.thenUnitIds.set(draft.thenTo.map(({ unitId: id }) => id));
    } catch (problem) {
      this.problem.set(problem);
    }
  }

  private take({ need, theme, kind, urgent, unitId, message }: Kept): void {
    this.need.set(need);
    this.theme.set(theme);
    this.kind.set(kind);
    this.urgent.set(urgent);
    this.unitId.set(unitId);
    this.message.set(message);
  }

  private place(): string {
    return `referral:${this.beginning.personId}`;
  }
}

function themeOf(text: string | undefined): InterviewTheme | undefined {
  return INTERVIEW_THEMES.find((each) => each === text);
}

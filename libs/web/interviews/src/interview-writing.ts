import { HttpClient } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { InterviewView } from '@relais/api-client';
import { Drafts, isProblem, marked, Online } from '@relais/web/kernel';
import type { SaveState } from '@relais/web/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { type KeptWriting, sameWriting, withIds, type Writing, writingOf } from './interview';

/** Milliseconds of rest before the text goes to this device, and the most it may wait while typing goes on. */
const DEVICE_REST = 400;
const DEVICE_PATIENCE = 800;
/** Milliseconds before the API gets it: within two seconds of the first unsaved key. */
const SERVER_PATIENCE = 1_500;
const RETRY = 5_000;

/** For whom and from which appointment a new interview is. */
export type NewInterview = { readonly beneficiaryId: string; readonly appointmentId: string | undefined };

/**
 * One interview being written: on the device first, with the API within two seconds, again when the network is back. A killed
 * tab, a lost network or an expired session cost nothing that was older than a second. Provided by the page.
 */
@Injectable()
export class InterviewWriting {
  private readonly http = inject(HttpClient);
  private readonly drafts = inject(Drafts);
  private readonly online = inject(Online);

  private readonly known = signal<InterviewView | undefined>(undefined);
  private readonly text = signal<Writing | undefined>(undefined);
  private readonly condition = signal<SaveState>('idle');
  private readonly elsewhere = signal<InterviewView | undefined>(undefined);
  private version = 0;
  private once: string = crypto.randomUUID();
  private saved: Writing | undefined;
  private fresh: NewInterview | undefined;
  private deviceTimer = 0;
  private deviceSince = 0;
  private serverTimer = 0;
  private sending: Promise<void> = Promise.resolve();

  /** The interview as the API last answered; undefined until a new one is created. */
  readonly view = this.known.asReadonly();
  readonly writing = this.text.asReadonly();
  readonly state = this.condition.asReadonly();
  /** The other version, when the interview was changed in another tab. */
  readonly conflict = this.elsewhere.asReadonly();
  readonly beneficiaryId = computed(() => this.known()?.beneficiaryId ?? this.fresh?.beneficiaryId);

  constructor() {
    // Only the return of the network sends at once; while the API is away, the next try waits its time.
    effect(() => {
      if (this.online.online() && untracked(this.condition) === 'waiting') void this.send();
    });
    const leave = (): void => void this.keep();
    addEventListener('pagehide', leave);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('pagehide', leave);
      clearTimeout(this.deviceTimer);
      clearTimeout(this.serverTimer);
      void this.keep();
      if (this.unsaved()) void this.send();
    });
  }

  /** Begins a new interview, or goes on with the text of one that never reached the API. */
  async begin(fresh: NewInterview, empty: Writing): Promise<void> {
    this.fresh = fresh;
    const kept = await this.kept();
    this.once = kept?.once ?? this.once;
    this.text.set(kept?.writing ?? empty);
    await this.send();
  }

  /** Opens an interview of the API; a newer text on this device wins over it. */
  async open(view: InterviewView): Promise<void> {
    this.take(view);
    const kept = await this.kept();
    if (!view.mine || view.status !== 'draft' || !kept || !this.saved || sameWriting(kept.writing, this.saved)) return;
    this.text.set(withIds(kept.writing, this.saved));
    await this.send();
  }

  /** Changes what is written; everything else happens by itself. */
  change(patch: Partial<Writing>): void {
    const before = this.text();
    if (!before) return;
    this.text.set({ ...before, ...patch });
    const now = performance.now();
    if (!this.deviceSince) this.deviceSince = now;
    clearTimeout(this.deviceTimer);
    const wait = Math.max(0, Math.min(DEVICE_REST, this.deviceSince + DEVICE_PATIENCE - now));
    this.deviceTimer = window.setTimeout(() => void this.keep(), wait);
    this.serverTimer ||= window.setTimeout(() => void this.send(), SERVER_PATIENCE);
  }

  /** Sends what is not with the API yet; resolves when it is, or when it can't be. */
  send(): Promise<void> {
    clearTimeout(this.serverTimer);
    this.serverTimer = 0;
    this.sending = this.sending.then(() => this.push());
    return this.sending;
  }

  /** Seals the interview; rejects with the refusal. */
  async seal(): Promise<InterviewView> {
    await this.send();
    const view = this.known();
    if (!view || this.condition() === 'waiting') throw new Error('not with the API yet');
    const sealed = await firstValueFrom(
      this.http.post<InterviewView>(`/api/interviews/${view.id}/seal`, {}, { context: marked({ version: this.version }) }),
    );
    this.take(sealed);
    await this.drafts.drop(this.name());
    return sealed;
  }

  /** Adds to a sealed interview. */
  async add(audience: string, body: string): Promise<void> {
    const id = this.known()?.id ?? '';
    this.take(await firstValueFrom(this.http.post<InterviewView>(`/api/interviews/${id}/addenda`, { audience, body })));
  }

  /** Ends a conflict: what is written here, or what was written elsewhere. */
  async settle(keepMine: boolean): Promise<void> {
    const other = this.elsewhere();
    const mine = this.text();
    this.elsewhere.set(undefined);
    if (!other) return;
    this.take(other);
    if (!keepMine || !mine) return void (await this.drafts.drop(this.name()));
    this.text.set(withIds(mine, writingOf(other)));
    await this.send();
  }

  private async push(): Promise<void> {
    const writing = this.text();
    if (!writing || this.elsewhere() || !this.unsaved()) return;
    const first = this.name();
    this.condition.set('saving');
    try {
      const view = await firstValueFrom(this.request(writing));
      this.known.set(view);
      this.version = view.version;
      this.saved = writingOf(view);
      this.text.update((latest) => latest && withIds(latest, writingOf(view)));
      if (first !== this.name()) await this.drafts.drop(first);
      if (this.unsaved()) return void this.change({});
      await this.drafts.drop(this.name());
      this.condition.set('saved');
    } catch (error) {
      await this.fail(error);
    }
  }

  private request(writing: Writing): Observable<InterviewView> {
    const view = this.known();
    const body = { ...writing, notes: writing.notes.filter(({ id, body: text }) => id !== undefined || text !== '') };
    if (view) return this.http.patch<InterviewView>(`/api/interviews/${view.id}`, body, { context: marked({ version: this.version }) });
    const { minutes, nextMeetingAt, ...rest } = body;
    const fresh = { ...rest, ...this.fresh, ...(minutes !== null && { minutes }), ...(nextMeetingAt !== null && { nextMeetingAt }) };
    return this.http.post<InterviewView>('/api/interviews', fresh, { context: marked({ once: this.once }) });
  }

  private async fail(error: unknown): Promise<void> {
    await this.keep();
    const view = this.known();
    if (isProblem(error, 'request.version_stale') && view) {
      this.elsewhere.set(await firstValueFrom(this.http.get<InterviewView>(`/api/interviews/${view.id}`)));
      this.condition.set('failed');
      return;
    }
    const passing = isProblem(error, 'network', 'request.unavailable', 'request.failed', 'request.too_many');
    this.condition.set(passing ? 'waiting' : 'failed');
    if (passing) this.serverTimer ||= window.setTimeout(() => void this.send(), RETRY);
  }

  private take(view: InterviewView): void {
    this.known.set(view);
    this.version = view.version;
    this.saved = writingOf(view);
    this.text.set(this.saved);
    this.condition.set('idle');
  }

  private unsaved(): boolean {
    const writing = this.text();
    if (!writing) return false;
    return !this.known() || !this.saved || !sameWriting(writing, this.saved);
  }

  private async keep(): Promise<void> {
    clearTimeout(this.deviceTimer);
    this.deviceSince = 0;
    const writing = this.text();
    if (!writing || !this.unsaved()) return;
    const kept: KeptWriting = { writing, version: this.version, once: this.once };
    const here = await this.drafts.keep(this.name(), JSON.stringify(kept));
    if (here && ['idle', 'saved'].includes(this.condition())) this.condition.set('device');
  }

  private async kept(): Promise<KeptWriting | undefined> {
    const text = await this.drafts.of(this.name());
    return text === undefined ? undefined : (JSON.parse(text) as KeptWriting);
  }

  private name(): string {
    return this.known()
      ? `interview:${this.known()?.id}`
      : `interview:new:${this.fresh?.beneficiaryId ?? ''}:${this.fresh?.appointmentId ?? ''}`;
  }
}

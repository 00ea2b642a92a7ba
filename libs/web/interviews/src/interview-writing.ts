import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { InterviewView } from '@relais/api-client';
import { isProblem, Online, ProblemError } from '@relais/web/kernel';
import type { SaveState } from '@relais/web/ui';
import { AutosaveRhythm } from './autosave-rhythm';
import { DeviceCopy } from './device-copy';
import { bothWritings, type KeptWriting, type OtherVersion, sameWriting, withIds, type Writing, writingOf } from './interview';
import { creationOf, InterviewCalls, type NewInterview } from './interview-calls';

/** Writings sent without an answer that are remembered: more than the tries of a bad quarter of an hour. */
const REMEMBERED = 20;
/**
 * One interview being written: on the device first, with the API within two seconds, again when the network is back. A killed
 * tab, a lost network or an expired session cost nothing that was older than a second, and no tab writes over another.
 */
@Injectable()
export class InterviewWriting {
  private readonly calls = inject(InterviewCalls);
  private readonly copy = inject(DeviceCopy);
  private readonly online = inject(Online);

  private readonly known = signal<InterviewView | undefined>(undefined);
  private readonly text = signal<Writing | undefined>(undefined);
  private readonly condition = signal<SaveState>('idle');
  private readonly elsewhere = signal<OtherVersion | undefined>(undefined);
  private readonly refusal = signal<unknown>(undefined);
  private version = 0;
  private once: string = crypto.randomUUID();
  private opening: object | undefined;
  private unanswered: readonly Writing[] = [];
  private saved: Writing | undefined;
  private readonly fresh = signal<NewInterview | undefined>(undefined);
  private readonly rhythm = new AutosaveRhythm(
    () => void this.keep(),
    () => void this.send(),
  );
  private sending: Promise<void> = Promise.resolve();

  /** The interview as the API last answered; undefined until a new one is created. */
  readonly view = this.known.asReadonly();
  readonly writing = this.text.asReadonly();
  readonly state = this.condition.asReadonly();
  /** The other version, when the interview was changed in another tab: both are kept until the author chose. */
  readonly conflict = this.elsewhere.asReadonly();
  /** What the API does not accept in the text, such as a note that is too long. */
  readonly trouble = this.refusal.asReadonly();
  readonly beneficiaryId = computed(() => this.known()?.beneficiaryId ?? this.fresh()?.beneficiaryId);

  constructor() {
    // Only the return of the network sends at once; while the API is away, the next try waits its time.
    effect(() => {
      if (this.online.online() && untracked(this.condition) === 'waiting') void this.send();
    });
    const leave = (): void => void this.keep();
    const back = (): void => void this.lookAgain();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', back);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', back);
      this.rhythm.stop();
      void this.keep();
      if (this.unsaved()) void this.send();
    });
  }

  /** Begins a new interview, or goes on with the text of one that never reached the API. Nothing is created before a first word. */
  async begin(fresh: NewInterview, empty: Writing): Promise<void> {
    this.fresh.set(fresh);
    this.saved = empty;
    await this.copy.name(this.subject());
    const [left] = await this.copy.left(this.subject());
    this.text.set(left?.kept.writing ?? empty);
    if (!left) return;
    this.once = left.kept.once;
    this.opening = left.kept.opening;
    this.unanswered = left.kept.unanswered;
    await this.keep();
    await this.copy.forget(left.name);
    await this.send();
  }

  /** Opens an interview of the API, and goes on with what a killed tab left on this device. */
  async open(view: InterviewView): Promise<void> {
    await this.copy.name(view.id);
    const left = await this.copy.left(view.id);
    // Nobody can type before the newest text stands there.
    this.take(view);
    for (const { name, kept } of left) {
      if (this.elsewhere()) return;
      const mayWrite = view.mine && view.status === 'draft';
      if (mayWrite && !sameWriting(kept.writing, writingOf(view))) await this.goOn(kept, view);
      await this.copy.forget(name);
    }
    if (this.unsaved()) await this.send();
  }

  /** Changes what is written; everything else happens by itself. */
  change(patch: Partial<Writing>): void {
    const before = this.text();
    if (!before) return;
    this.text.set({ ...before, ...patch });
    this.refusal.set(undefined);
    this.rhythm.touch();
  }

  /** Sends what is not with the API yet; resolves when it is, or when it can't be. */
  send(): Promise<void> {
    this.rhythm.sending();
    this.sending = this.sending.then(() => this.push());
    return this.sending;
  }

  /** Seals the interview; rejects with the refusal. */
  async seal(): Promise<InterviewView> {
    await this.send();
    const view = this.known();
    if (this.elsewhere()) throw new ProblemError('request.version_stale', 412);
    if (!view && !this.unsaved()) throw new ProblemError('interview.empty', 422);
    if (!view || this.unsaved()) throw this.refusal() ?? new ProblemError('network', 0);
    const sealed = await this.calls.seal(view.id, this.version);
    this.take(sealed);
    await this.copy.drop();
    return sealed;
  }

  /** Adds to a sealed interview. */
  async add(audience: string, body: string): Promise<void> {
    this.take(await this.calls.add(this.known()?.id ?? '', audience, body));
  }

  /** Ends a conflict: both texts under a line `between`, this one, or the other. What was sealed meanwhile gets an addendum instead. */
  async settle(how: 'both' | 'mine' | 'other', between = ''): Promise<void> {
    const [other, mine] = [this.elsewhere(), this.text()];
    if (!other || !mine) return;
    if (other.view.status === 'sealed') return this.settleSealed(how, mine, other);
    this.elsewhere.set(undefined);
    this.take(other.view);
    if (how === 'other') return this.copy.drop();
    this.text.set(how === 'mine' ? withIds(mine, other.writing) : bothWritings(withIds(mine, other.writing), other.writing, between));
    await this.keep();
    await this.send();
  }

  private async settleSealed(how: 'both' | 'mine' | 'other', mine: Writing, { view, writing }: OtherVersion): Promise<void> {
    this.take(view);
    for (const { audience, body } of how === 'other' ? [] : mine.notes) {
      if (body.trim() !== '' && !writing.notes.some((note) => note.body.includes(body))) await this.add(audience, body);
    }
    this.elsewhere.set(undefined);
    await this.copy.drop();
  }

  private async goOn(kept: KeptWriting, view: InterviewView): Promise<void> {
    const server = writingOf(view);
    this.text.set(withIds(kept.writing, server));
    const mine = kept.version === view.version || kept.unanswered.some((sent) => sameWriting(sent, server));
    if (!mine) this.elsewhere.set({ view, writing: server });
    await this.keep();
  }

  private async push(): Promise<void> {
    const writing = this.text();
    if (!writing || this.elsewhere() || !this.unsaved()) return;
    this.condition.set('saving');
    this.unanswered = [...this.unanswered, writing].slice(-REMEMBERED);
    if (!this.known()) this.opening ??= creationOf(this.fresh(), writing);
    await this.keep();
    try {
      const id = this.known()?.id;
      await this.answered(await (id ? this.calls.save(id, writing, this.version) : this.calls.create(this.opening ?? {}, this.once)));
    } catch (error) {
      await this.fail(error);
    }
  }

  private async answered(view: InterviewView): Promise<void> {
    this.known.set(view);
    this.version = view.version;
    this.saved = writingOf(view);
    this.unanswered = [];
    this.rhythm.answered();
    this.text.update((latest) => latest && withIds(latest, writingOf(view)));
    await this.copy.name(view.id);
    if (this.unsaved()) return this.change({});
    await this.copy.drop();
    this.condition.set('saved');
  }

  private async fail(error: unknown): Promise<void> {
    const view = this.known();
    if (view && isProblem(error, 'request.version_stale', 'interview.sealed')) return this.meetOther(view.id);
    const passing = isProblem(error, 'network', 'request.unavailable', 'request.failed', 'request.too_many');
    this.condition.set(passing ? 'waiting' : 'failed');
    if (!passing) return this.refusal.set(error);
    this.rhythm.again();
  }

  /** The API has another version: one of ours whose answer was lost, or that of another tab. */
  private async meetOther(id: string): Promise<void> {
    try {
      const view = await this.calls.read(id);
      const writing = writingOf(view);
      if (view.status === 'draft' && this.unanswered.some((sent) => sameWriting(sent, writing))) {
        this.unanswered = [];
        await this.answered(view);
      } else {
        this.elsewhere.set({ view, writing });
        this.condition.set('device');
      }
    } catch (error) {
      await this.fail(error);
    }
  }

  /** Back on this tab with nothing of one's own to save: shows what another tab has saved meanwhile. */
  private async lookAgain(): Promise<void> {
    const view = this.known();
    if (document.visibilityState !== 'visible' || !view || view.status !== 'draft' || this.unsaved()) return;
    const latest = await this.calls.read(view.id).catch(() => undefined);
    if (latest && latest.version > this.version && !this.unsaved()) this.take(latest);
  }

  private take(view: InterviewView): void {
    this.known.set(view);
    this.version = view.version;
    this.saved = writingOf(view);
    this.unanswered = [];
    this.text.set(this.saved);
    this.condition.set('idle');
  }

  private unsaved(): boolean {
    const writing = this.text();
    return writing !== undefined && this.saved !== undefined && !sameWriting(writing, this.saved);
  }

  private async keep(): Promise<void> {
    this.rhythm.keeping();
    const writing = this.text();
    if (!writing || !this.unsaved()) return;
    const { version, once, opening, unanswered } = this;
    if (!(await this.copy.keep({ writing, version, once, opening, unanswered }))) return;
    if (this.unsaved() && ['idle', 'saved'].includes(this.condition())) this.condition.set('device');
  }

  private subject(): string {
    return this.known()?.id ?? `new:${this.fresh()?.beneficiaryId ?? ''}:${this.fresh()?.appointmentId ?? ''}`;
  }
}

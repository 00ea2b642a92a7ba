import { httpResource } from '@angular/common/http';
import { Component, computed, DestroyRef, effect, inject, input, linkedSignal, signal, viewChild, viewChildren } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { Location } from '@angular/common';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { RecapView } from '@relais/api-client';
import {
  DEFAULT_AUDIENCE,
  instantAt,
  type InterviewTheme,
  INTERVIEW_MODES,
  INTERVIEW_THEMES,
  type LastValues,
  NOTE_AUDIENCES,
  type NoteAudience,
  planIn,
  themesIn,
} from '@relais/domain';
import { Formats, Language, MomentPipe, Refusals, Session, Shortcuts } from '@relais/web/kernel';
import { Icon, ProblemState, SaveIndicator, Skeleton, Toasts } from '@relais/web/ui';
import { Agreed } from './agreed';
import { DeviceCopy } from './device-copy';
import type { Writing } from './interview';
import { InterviewCalls } from './interview-calls';
import { InterviewWriting } from './interview-writing';
import { NextMeeting } from './next-meeting';
import { NoteBox } from './note-box';
import { Recap } from './recap';
import { SealedInterview } from './sealed-interview';
import { TwoVersions } from './two-versions';

const MINUTES = [15, 30, 45, 60, 90] as const;
const MINUTE = 60_000;

/** Write while listening; finished when the person stands up. */
@Component({
  selector: 'rl-interview-page',
  imports: [
    Agreed,
    Icon,
    MomentPipe,
    NextMeeting,
    NoteBox,
    ProblemState,
    Recap,
    RouterLink,
    SaveIndicator,
    SealedInterview,
    Skeleton,
    TranslocoDirective,
    TwoVersions,
  ],
  providers: [DeviceCopy, InterviewCalls, InterviewWriting],
  templateUrl: './interview-page.html',
  styleUrl: './interview-page.css',
})
export class InterviewPage {
  private readonly calls = inject(InterviewCalls);
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly session = inject(Session);
  private readonly formats = inject(Formats);
  private readonly refusals = inject(Refusals);
  private readonly toasts = inject(Toasts);
  private readonly boxes = viewChildren(NoteBox);
  private readonly meeting = viewChild(NextMeeting);
  protected readonly language = inject(Language);
  protected readonly draft = inject(InterviewWriting);

  /** Interview already begun. */
  readonly id = input<string>();
  /** Person of a new one (`?personne=`), and the meeting it belongs to (`?rendez-vous=`). */
  readonly personne = input<string>();
  readonly rendezVous = input<string | undefined>(undefined, { alias: 'rendez-vous' });
  readonly mode = input<string>();

  protected readonly modes = INTERVIEW_MODES;
  protected readonly themes = INTERVIEW_THEMES;
  protected readonly durations = MINUTES;
  protected readonly today = this.session.today();
  protected readonly problem = signal<unknown>(undefined);
  protected readonly sealing = signal(false);
  protected readonly writing = this.draft.writing;
  protected readonly view = this.draft.view;
  protected readonly sealed = computed(() => this.view()?.status === 'sealed' || this.view()?.mine === false);
  protected readonly shown = computed(() => this.problem() ?? this.draft.trouble());
  protected readonly sentence = computed(() => this.refusals.sentence(this.shown()));
  protected readonly freeAudiences = computed(() =>
    NOTE_AUDIENCES.filter((each) => !this.writing()?.notes.some(({ audience }) => audience === each)),
  );
  protected readonly agreedNothing = computed(() =>
    (this.writing()?.notes ?? []).every(({ body }) => {
      const { goals, actions } = planIn(body, this.today);
      return goals.length + actions.length === 0;
    }),
  );
  protected readonly needsPerson = linkedSignal(() => !this.id() && !this.personne());
  protected readonly recap = httpResource<RecapView>(() => {
    const person = this.draft.beneficiaryId();
    return person && !this.sealed() ? `/api/beneficiaries/${person}/recap` : undefined;
  });
  protected readonly name = computed(() => this.view()?.name ?? (this.recap.hasValue() ? this.recap.value().name : undefined));
  /** What templates offer again. */
  protected readonly last = computed<LastValues | undefined>(() => {
    if (!this.recap.hasValue()) return undefined;
    const { interviews, goals, actions } = this.recap.value();
    const [latest] = interviews;
    return {
      since: latest ? this.formats.day(latest.happenedAt) : null,
      goals: goals.map(({ words }) => words),
      actions: actions.map(({ words }) => words),
      notes: interviews.flatMap(({ notes }) => notes.map(({ body }) => body)),
    };
  });

  constructor() {
    toObservable(this.id).subscribe(() => void this.load());
    effect(() => {
      const made = this.view()?.id;
      if (made && !this.id()) this.location.replaceState(`/entretiens/${made}`);
    });
    inject(Shortcuts).during(inject(DestroyRef), [
      { keys: 'ctrl+enter', label: 'interviews.key.finish', run: () => void this.seal() },
      { keys: 'ctrl+shift+a', label: 'interviews.key.action', run: () => this.boxes()[0]?.addAction() },
      { keys: 'ctrl+shift+r', label: 'interviews.key.meeting', run: () => this.meeting()?.focus() },
      { keys: 'ctrl+;', label: 'interviews.key.date', run: () => this.insertDate() },
    ]);
  }

  protected change(patch: Partial<Writing>): void {
    this.draft.change(patch);
    this.problem.set(undefined);
  }

  protected writeNote(at: number, patch: { body?: string; audience?: NoteAudience }): void {
    const { notes = [], themes = [] } = this.writing() ?? {};
    const tagged = themesIn(patch.body ?? '').filter(
      (theme) => !themes.includes(theme) && !themesIn(notes[at]?.body ?? '').includes(theme),
    );
    this.change({
      notes: notes.map((note, index) => (index === at ? { ...note, ...patch } : note)),
      ...(tagged.length > 0 && { themes: [...themes, ...tagged] }),
    });
  }

  protected addNote(audience: NoteAudience | undefined): void {
    if (!audience) return;
    this.change({ notes: [...(this.writing()?.notes ?? []), { audience, body: '' }] });
    setTimeout(() => this.boxes().at(-1)?.focus());
  }

  protected removeNote(at: number): void {
    const notes = this.writing()?.notes ?? [];
    const gone = notes[at];
    if (!gone) return;
    this.change({
      notes: gone.id ? notes.map((note, index) => (index === at ? { ...note, body: '' } : note)) : notes.filter((_, index) => index !== at),
    });
    this.toasts.undoable(this.language.say('interviews.note_removed'), () => this.writeNote(at, gone));
  }

  protected toggleTheme(theme: InterviewTheme): void {
    const themes = this.writing()?.themes ?? [];
    this.change({ themes: themes.includes(theme) ? themes.filter((each) => each !== theme) : [...themes, theme] });
  }

  protected async seal(): Promise<void> {
    if (this.sealing() || this.sealed() || !this.writing()) return;
    this.sealing.set(true);
    this.problem.set(undefined);
    try {
      const sealed = await this.draft.seal();
      this.toasts.say(this.language.say('interviews.sealed_toast', { name: sealed.name }));
      await this.router.navigate(['/personnes', sealed.beneficiaryId]);
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.sealing.set(false);
    }
  }

  protected settle(how: 'both' | 'mine' | 'other'): void {
    const at = this.formats.moment(this.draft.conflict()?.view.updatedAt ?? '');
    this.draft.settle(how, this.language.say('interviews.conflict.between', { at })).catch((error: unknown) => this.problem.set(error));
  }

  protected retry(): void {
    this.problem.set(undefined);
    void this.load();
  }

  private insertDate(): void {
    const box = this.boxes().find((each) => each.holdsFocus()) ?? this.boxes()[0];
    box?.insert(new Date().toLocaleDateString(this.language.current() === 'fr' ? 'fr-FR' : 'en-GB'));
  }

  private async load(): Promise<void> {
    const [id, person] = [this.id(), this.personne()];
    if (this.view()?.id === id && id) return;
    try {
      if (id) await this.draft.open(await this.calls.read(id));
      else if (person) await this.draft.begin({ beneficiaryId: person, appointmentId: this.rendezVous() }, this.empty());
      setTimeout(() => this.boxes()[0]?.focus());
    } catch (error) {
      this.problem.set(error);
    }
  }

  private empty(): Writing {
    const mode = INTERVIEW_MODES.find((each) => each === this.mode()) ?? 'on_site';
    const happenedAt = instantAt(Math.floor(Date.now() / MINUTE) * MINUTE);
    return { mode, happenedAt, minutes: null, themes: [], nextMeetingAt: null, notes: [{ audience: DEFAULT_AUDIENCE, body: '' }] };
  }
}

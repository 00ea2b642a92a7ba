import { HttpClient } from '@angular/common/http';
import {
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { Location } from '@angular/common';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { InterviewView } from '@relais/api-client';
import {
  actionsIn,
  civilDateIn,
  DEFAULT_AUDIENCE,
  instantAt,
  type InterviewMode,
  type InterviewTheme,
  INTERVIEW_MODES,
  INTERVIEW_THEMES,
  NOTE_AUDIENCES,
  type NoteAudience,
} from '@relais/domain';
import { DatePipe, Language, MomentPipe, Session, Shortcuts } from '@relais/web/kernel';
import { Icon, ProblemState, SaveIndicator, Skeleton, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import type { Writing } from './interview';
import { InterviewWriting } from './interview-writing';
import { NextMeeting } from './next-meeting';
import { NoteBox } from './note-box';
import { SealedInterview } from './sealed-interview';

const MINUTES = [15, 30, 45, 60, 90] as const;

/** Write while listening; finished when the person stands up. */
@Component({
  selector: 'rl-interview-page',
  imports: [
    DatePipe,
    Icon,
    MomentPipe,
    NextMeeting,
    NoteBox,
    ProblemState,
    RouterLink,
    SaveIndicator,
    SealedInterview,
    Skeleton,
    TranslocoDirective,
  ],
  providers: [InterviewWriting],
  templateUrl: './interview-page.html',
  styleUrl: './interview-page.css',
})
export class InterviewPage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly boxes = viewChildren(NoteBox);
  private readonly meeting = viewChild(NextMeeting);
  private readonly finish = viewChild<ElementRef<HTMLButtonElement>>('finish');
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
  protected readonly problem = signal<unknown>(undefined);
  protected readonly sealing = signal(false);
  protected readonly writing = this.draft.writing;
  protected readonly view = this.draft.view;
  protected readonly sealed = computed(() => this.view()?.status === 'sealed' || this.view()?.mine === false);
  protected readonly freeAudiences = computed(() =>
    NOTE_AUDIENCES.filter((each) => !this.writing()?.notes.some(({ audience }) => audience === each)),
  );
  protected readonly actions = computed(() => {
    const today = civilDateIn(this.session.timeZone(), instantAt(Date.now()));
    return (this.writing()?.notes ?? []).flatMap(({ body }) => actionsIn(body, today));
  });
  protected readonly needsPerson = linkedSignal(() => !this.id() && !this.personne());

  constructor() {
    toObservable(this.id).subscribe(() => void this.load());
    inject(Shortcuts).during(inject(DestroyRef), [
      { keys: 'ctrl+enter', label: 'interviews.key.finish', run: () => void this.seal() },
      { keys: 'ctrl+shift+a', label: 'interviews.key.action', run: () => this.boxes()[0]?.addLine('- [ ] ') },
      { keys: 'ctrl+shift+r', label: 'interviews.key.meeting', run: () => this.meeting()?.focus() },
      {
        keys: 'ctrl+;',
        label: 'interviews.key.date',
        run: () => this.boxes()[0]?.addLine(new Date().toLocaleDateString(this.language.current())),
      },
    ]);
  }

  protected change(patch: Partial<Writing>): void {
    this.draft.change(patch);
    this.problem.set(undefined);
  }

  protected writeNote(at: number, patch: { body?: string; audience?: NoteAudience }): void {
    const notes = (this.writing()?.notes ?? []).map((note, index) => (index === at ? { ...note, ...patch } : note));
    this.change({ notes });
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

  protected chooseMode(mode: InterviewMode): void {
    this.change({ mode });
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
      this.finish()?.nativeElement.blur();
    }
  }

  protected retry(): void {
    this.problem.set(undefined);
    void this.load();
  }

  private async load(): Promise<void> {
    const [id, person] = [this.id(), this.personne()];
    if (this.view()?.id === id && id) return;
    try {
      if (id) await this.draft.open(await firstValueFrom(this.http.get<InterviewView>(`/api/interviews/${id}`)));
      else if (person) await this.draft.begin({ beneficiaryId: person, appointmentId: this.rendezVous() }, this.empty());
      const made = this.view()?.id;
      if (!id && made) this.location.replaceState(`/entretiens/${made}`);
      setTimeout(() => this.boxes()[0]?.focus());
    } catch (error) {
      this.problem.set(error);
    }
  }

  private empty(): Writing {
    const mode = INTERVIEW_MODES.find((each) => each === this.mode()) ?? 'on_site';
    const minute = 60_000;
    const happenedAt = instantAt(Math.floor(Date.now() / minute) * minute);
    return { mode, happenedAt, minutes: null, themes: [], nextMeetingAt: null, notes: [{ audience: DEFAULT_AUDIENCE, body: '' }] };
  }
}

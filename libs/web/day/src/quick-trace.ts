import { HttpClient } from '@angular/common/http';
import { Component, computed, effect, type ElementRef, inject, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { InterviewView } from '@relais/api-client';
import { DEFAULT_AUDIENCE, instantAt, INTERVIEW_MODES, type InterviewMode } from '@relais/domain';
import { Drafts, isProblem, Language, marked, type PersonFound, PersonPicker, Refusals, Session } from '@relais/web/kernel';
import { ProblemState, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** The sentence of a trace that is not with the API yet, and the key under which it will be. */
type KeptTrace = { readonly text: string; readonly person: PersonFound | undefined; readonly once: string };

/** A call in one sentence: who, what was said, sealed. Four actions at most; what is typed stays on the device until the API has it. */
@Component({
  selector: 'rl-quick-trace',
  imports: [PersonPicker, ProblemState, TranslocoDirective],
  template: `
    <form class="trace sheet" *transloco="let t" (submit)="$event.preventDefault(); log()" [attr.aria-label]="t('day.quick')">
      <rl-person-picker class="who" [label]="t('day.quick_person')" (chosen)="choose($event)" />
      <div class="what">
        <label for="quick-words">{{ t('day.quick_words') }}</label>
        <textarea
          #words
          id="quick-words"
          rows="1"
          [value]="text()"
          (input)="text.set(words.value)"
          (keydown.control.enter)="log()"
        ></textarea>
      </div>
      <div>
        <label for="quick-mode">{{ t('day.quick_mode') }}</label>
        <select id="quick-mode" #how (change)="mode.set($any(how.value))">
          @for (each of modes; track each) {
            <option [value]="each" [selected]="each === mode()">{{ t('day.mode.' + each) }}</option>
          }
        </select>
      </div>
      <button class="primary" [disabled]="busy() || !person() || text().trim() === ''">{{ t('day.quick_log') }}</button>
      @if (problem()) {
        <rl-problem class="wide" [problem]="problem()" [title]="t('ui.notDone')" [sentence]="sentence()" (retry)="log()" />
      }
    </form>
  `,
  styles: `
    .trace {
      align-items: end;
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3);
    }
    .who {
      flex: 1 1 14rem;
    }
    .what {
      flex: 2 1 18rem;
    }
    .wide {
      flex-basis: 100%;
    }
    textarea {
      display: block;
      field-sizing: content;
      inline-size: 100%;
      min-block-size: var(--control);
    }
  `,
})
export class QuickTrace {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly picker = viewChild.required(PersonPicker);
  private readonly words = viewChild.required<ElementRef<HTMLTextAreaElement>>('words');
  private readonly drafts = inject(Drafts);
  private readonly refusals = inject(Refusals);
  private readonly kept = `trace:${inject(Session).post()?.id ?? ''}`;
  private once: string = crypto.randomUUID();

  readonly logged = output();
  protected readonly modes = INTERVIEW_MODES;
  protected readonly mode = signal<InterviewMode>('phone');
  protected readonly person = signal<PersonFound | undefined>(undefined);
  protected readonly text = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly sentence = computed(() => this.refusals.sentence(this.problem()));

  constructor() {
    void this.restore();
    effect(() => {
      const kept: KeptTrace = { text: this.text(), person: this.person(), once: this.once };
      if (kept.text !== '') void this.drafts.keep(this.kept, JSON.stringify(kept));
    });
  }

  protected choose(person: PersonFound | undefined): void {
    this.person.set(person);
    if (person) this.words().nativeElement.focus();
  }

  protected async log(): Promise<void> {
    const person = this.person();
    if (!person || this.busy() || this.text().trim() === '') return;
    this.busy.set(true);
    this.problem.set(undefined);
    const body = {
      beneficiaryId: person.id,
      mode: this.mode(),
      happenedAt: instantAt(Math.floor(Date.now() / 60_000) * 60_000),
      themes: [],
      notes: [{ audience: DEFAULT_AUDIENCE, body: this.text() }],
      seal: true,
    };
    try {
      const trace = await firstValueFrom(this.http.post<InterviewView>('/api/interviews', body, { context: marked({ once: this.once }) }));
      this.once = crypto.randomUUID();
      await this.drafts.drop(this.kept);
      this.toasts.say(this.language.say('day.quick_logged', { name: trace.name }));
      this.text.set('');
      this.person.set(undefined);
      this.picker().clear();
      this.logged.emit();
    } catch (error) {
      // An earlier try did reach the API, with other words: the next one is a trace of its own.
      if (isProblem(error, 'request.key_reused')) this.once = crypto.randomUUID();
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** What a killed tab or a lost network left behind. */
  private async restore(): Promise<void> {
    const kept = await this.drafts.of(this.kept);
    if (kept === undefined || this.text() !== '') return;
    const { text, person, once } = JSON.parse(kept) as KeptTrace;
    this.once = once;
    this.text.set(text);
    if (person) {
      this.person.set(person);
      this.picker().show(person);
    }
  }
}

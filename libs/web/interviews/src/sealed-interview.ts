import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { InterviewView } from '@relais/api-client';
import { DEFAULT_AUDIENCE, NOTE_AUDIENCES, type NoteAudience } from '@relais/domain';
import { DatePipe, MomentPipe, Sending } from '@relais/web/kernel';
import { Icon, ProblemState } from '@relais/web/ui';
import { InterviewWriting } from './interview-writing';

/** A sealed interview: read, and by its author completed with an addendum; what was sealed never changes. */
@Component({
  selector: 'rl-sealed-interview',
  imports: [DatePipe, Icon, MomentPipe, ProblemState, TranslocoDirective],
  templateUrl: './sealed-interview.html',
  styles: `
    .prose {
      line-height: 1.5;
      max-inline-size: 44rem;
      white-space: pre-wrap;
    }
    textarea {
      field-sizing: content;
      inline-size: 100%;
      min-block-size: 6rem;
    }
  `,
})
export class SealedInterview {
  private readonly draft = inject(InterviewWriting);
  readonly interview = input.required<InterviewView>();

  protected readonly audiences = NOTE_AUDIENCES;
  protected readonly adding = linkedSignal({ source: this.interview, computation: () => false });
  protected readonly audience = signal<NoteAudience>(DEFAULT_AUDIENCE);
  protected readonly body = signal('');
  protected readonly sending = new Sending();
  protected readonly mayAdd = computed(() => this.interview().mine && this.interview().status === 'sealed');

  protected async add(): Promise<void> {
    await this.sending.run(async () => {
      await this.draft.add(this.audience(), this.body());
      this.body.set('');
    });
  }
}

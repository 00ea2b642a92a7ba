import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, DOCUMENT, inject, linkedSignal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { HandoverNote } from '@relais/api-client';
import { Formats, Language, Refusals } from '@relais/web/kernel';
import { CopyButton, DialogFrame, Icon, ProblemState, Skeleton } from '@relais/web/ui';
import { noteText } from './handover-words';

/** The draft of the note for the one who takes: a text to correct, copy and print. It is kept nowhere: each opening drafts it anew. */
@Component({
  selector: 'rl-handover-note-dialog',
  imports: [CopyButton, DialogFrame, Icon, ProblemState, Skeleton, TranslocoDirective],
  host: { class: 'printed-alone' },
  template: `
    <rl-dialog *transloco="let t" [title]="t('continuity.note.title')">
      @if (note.hasValue()) {
        <div class="stack tight no-print">
          <label for="handover-note">{{ t('continuity.note.label') }}</label>
          <textarea
            id="handover-note"
            #draft
            rows="18"
            aria-describedby="handover-note-hint"
            [value]="text()"
            (input)="text.set(draft.value)"
          ></textarea>
          <p id="handover-note-hint" class="hint">{{ t('continuity.note.hint') }}</p>
        </div>
        <div class="paper" aria-hidden="true">{{ text() }}</div>
      } @else if (note.error()) {
        <rl-problem [problem]="note.error()" [sentence]="refusals.sentence(note.error())" (retry)="note.reload()" />
      } @else {
        <rl-skeleton [rows]="8" />
      }
      <div actions class="cluster">
        <button type="button" [disabled]="!text()" (click)="print()"><rl-icon name="print" /> {{ t('continuity.note.print') }}</button>
        <rl-copy look="primary" [text]="text()" [label]="t('continuity.note.copy')" />
      </div>
    </rl-dialog>
  `,
  styles: `
    textarea {
      inline-size: 100%;
      line-height: 1.5;
    }
    .paper {
      display: none;
      white-space: pre-wrap;
    }
    @media print {
      .paper {
        display: block;
      }
    }
  `,
})
export class HandoverNoteDialog {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly id = inject<string>(DIALOG_DATA);
  protected readonly refusals = inject(Refusals);
  protected readonly ref = inject<DialogRef<void>>(DialogRef);
  protected readonly note = httpResource<HandoverNote>(() => `/api/handovers/${this.id}/note`);
  protected readonly text = linkedSignal(() => (this.note.hasValue() ? noteText(this.note.value(), this.language, this.formats) : ''));

  protected print(): void {
    this.window?.print();
  }
}

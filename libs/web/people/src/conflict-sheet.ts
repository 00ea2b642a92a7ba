import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats, Language } from '@relais/web/kernel';
import type { FileConflict, FileField, FilePatch } from './file-edit';

/** Two versions of the same fields, side by side; one chooses field by field, nothing is overwritten in silence. */
@Component({
  selector: 'rl-conflict-sheet',
  imports: [TranslocoDirective],
  template: `
    <section class="note attention stack tight" role="alert" *transloco="let t">
      <h3>{{ t('people.conflict.title') }}</h3>
      <p>{{ t('people.conflict.text') }}</p>
      @for (field of conflict().fields; track field.key) {
        <fieldset>
          <legend>{{ t('people.field.' + field.key) }}</legend>
          <label class="check">
            <input
              type="radio"
              [name]="'conflict-' + field.key"
              [checked]="!theirs().includes(field.key)"
              (change)="take(field.key, false)"
            />
            {{ t('people.conflict.mine') }} <strong>{{ say(field.key, field.mine) }}</strong>
          </label>
          <label class="check">
            <input
              type="radio"
              [name]="'conflict-' + field.key"
              [checked]="theirs().includes(field.key)"
              (change)="take(field.key, true)"
            />
            {{ t('people.conflict.theirs') }} <strong>{{ say(field.key, field.theirs) }}</strong>
          </label>
        </fieldset>
      }
      <div class="cluster">
        <button type="button" class="primary small" (click)="settle()">{{ t('people.conflict.keep') }}</button>
        <button type="button" class="small" (click)="given.emit()">{{ t('people.cancel') }}</button>
      </div>
    </section>
  `,
})
export class ConflictSheet {
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  readonly conflict = input.required<FileConflict>();
  readonly settled = output<FilePatch>();
  readonly given = output();
  protected readonly theirs = signal<readonly FileField[]>([]);

  protected take(key: FileField, theirs: boolean): void {
    this.theirs.update((keys) => [...keys.filter((each) => each !== key), ...(theirs ? [key] : [])]);
  }

  protected settle(): void {
    const kept = Object.entries(this.conflict().patch).filter(([key]) => !this.theirs().includes(key as FileField));
    this.settled.emit(Object.fromEntries(kept));
  }

  protected say(key: FileField, value: unknown): string {
    if (value === null || value === undefined || value === '') return this.language.say('people.unknown');
    if (typeof value === 'boolean') return this.language.say(value ? 'people.yes' : 'people.no');
    if (key === 'contactPreference') return this.language.say(`people.preference.${String(value)}`);
    return key === 'birthDate' ? this.formats.date(String(value)) : String(value);
  }
}

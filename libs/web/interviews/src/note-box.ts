import { Component, computed, type ElementRef, inject, input, model, output, signal, viewChild } from '@angular/core';
import { type NoteAudience, type NoteTemplate, NOTE_AUDIENCES, templatesLike } from '@relais/domain';
import { Language } from '@relais/web/kernel';
import { TranslocoDirective } from '@jsverse/transloco';

/** One note: a plain growing textarea (so that dictation works), who may read it, and slash templates. */
@Component({
  selector: 'rl-note-box',
  imports: [TranslocoDirective],
  templateUrl: './note-box.html',
  styleUrl: './note-box.css',
})
export class NoteBox {
  private readonly language = inject(Language);
  private readonly area = viewChild.required<ElementRef<HTMLTextAreaElement>>('area');

  readonly label = input.required<string>();
  readonly body = model.required<string>();
  readonly audience = model.required<NoteAudience>();
  readonly removable = input(false);
  readonly removed = output();

  protected readonly audiences = NOTE_AUDIENCES;
  protected readonly slash = signal('');
  protected readonly chosen = signal(0);
  protected readonly templates = computed(() => (this.slash() ? templatesLike(this.slash()) : []));

  /** Puts the caret into the note. */
  focus(): void {
    this.area().nativeElement.focus();
  }

  /** Adds a line at the end, such as an action, and puts the caret behind it. */
  addLine(line: string): void {
    const { nativeElement } = this.area();
    const body = this.body();
    this.write(`${body}${body === '' || body.endsWith('\n') ? '' : '\n'}${line}`);
    nativeElement.value = this.body();
    nativeElement.focus();
    nativeElement.setSelectionRange(this.body().length, this.body().length);
  }

  protected typed(): void {
    const { value, selectionStart } = this.area().nativeElement;
    this.write(value);
    const line = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart);
    this.slash.set(/^\/[\p{L}-]*$/u.test(line) ? line : '');
    this.chosen.set(0);
  }

  protected pressed(event: KeyboardEvent): void {
    const templates = this.templates();
    if (templates.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.chosen.update((at) => (at + step + templates.length) % templates.length);
    else if (event.key === 'Enter' || event.key === 'Tab') this.lay(templates[this.chosen()]);
    else if (event.key === 'Escape') this.slash.set('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected lay(template: NoteTemplate | undefined): void {
    if (!template) return;
    const { nativeElement } = this.area();
    const { value, selectionStart } = nativeElement;
    const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
    const plan = template.body[this.language.current()];
    this.write(value.slice(0, from) + plan + value.slice(selectionStart));
    this.slash.set('');
    nativeElement.value = this.body();
    nativeElement.focus();
    const place = from + (plan.indexOf('\n') < 0 ? plan.length : plan.indexOf('\n'));
    nativeElement.setSelectionRange(place, place);
  }

  protected title(template: NoteTemplate): string {
    return template.title[this.language.current()];
  }

  private write(text: string): void {
    this.body.set(text);
  }
}

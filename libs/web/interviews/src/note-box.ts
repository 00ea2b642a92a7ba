import { httpResource } from '@angular/common/http';
import { Component, computed, type ElementRef, inject, input, model, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OperatorList } from '@relais/api-client';
import { type LastValues, type NoteAudience, NOTE_AUDIENCES } from '@relais/domain';
import { Language } from '@relais/web/kernel';
import { type Asked, askedBefore, menuFor, type MenuLine } from './note-menu';

const ACTION = '- [ ] ';

/** One note: a plain growing textarea (so that dictation works), who may read it, and a menu under `/`, `#` and `@`. */
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
  /** What templates may offer again. */
  readonly last = input<LastValues | undefined>(undefined);
  readonly removed = output();

  protected readonly audiences = NOTE_AUDIENCES;
  protected readonly chosen = signal(0);
  private readonly asked = signal<Asked | undefined>(undefined);
  private readonly citing = signal(false);
  private readonly operators = httpResource<OperatorList>(() => (this.citing() ? '/api/operators' : undefined));
  protected readonly menu = computed<readonly MenuLine[]>(() => {
    const asked = this.asked();
    if (!asked) return [];
    return menuFor(asked, {
      language: this.language.current(),
      last: this.last(),
      operators: this.operators.hasValue() ? this.operators.value().items.flatMap(({ name }) => (name ? [name] : [])) : [],
      say: (key) => this.language.say(`interviews.${key}`),
    });
  });

  /** Puts the caret into the note. */
  focus(): void {
    this.area().nativeElement.focus();
  }

  /** Whether one writes in this note now. */
  holdsFocus(): boolean {
    return document.activeElement === this.area().nativeElement;
  }

  /** Begins an action: on the first empty one that a template laid, else on a new line at the end. */
  addAction(): void {
    const empty = /^- \[ \] +(@\p{L}+)? *$/mu.exec(this.body());
    if (empty) this.put(empty.index, empty.index + empty[0].length, ACTION);
    else this.addLine(ACTION);
  }

  /** Writes where the caret stands. */
  insert(text: string): void {
    const { selectionStart, selectionEnd } = this.area().nativeElement;
    this.put(selectionStart, selectionEnd, text);
  }

  protected typed(): void {
    const { value, selectionStart } = this.area().nativeElement;
    this.body.set(value);
    const asked = askedBefore(value.slice(0, selectionStart));
    if (asked?.sign === '@') this.citing.set(true);
    this.asked.set(asked);
    this.chosen.set(0);
  }

  protected pressed(event: KeyboardEvent): void {
    const menu = this.menu();
    if (menu.length === 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.chosen.update((at) => (at + step + menu.length) % menu.length);
    else if (event.key === 'Enter' || event.key === 'Tab') this.lay(menu[this.chosen()]);
    else if (event.key === 'Escape') this.asked.set(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected close(): void {
    this.asked.set(undefined);
  }

  protected lay(line: MenuLine | undefined): void {
    const asked = this.asked();
    if (!line || !asked) return;
    const first = line.text.indexOf('\n');
    this.put(asked.from, this.area().nativeElement.selectionStart, line.text, asked.sign === '/' && first >= 0 ? first : line.text.length);
    this.asked.set(undefined);
  }

  private addLine(line: string): void {
    const body = this.body();
    this.put(body.length, body.length, `${body === '' || body.endsWith('\n') ? '' : '\n'}${line}`);
  }

  private put(from: number, to: number, text: string, caret = text.length): void {
    const { nativeElement } = this.area();
    nativeElement.focus();
    nativeElement.setRangeText(text, from, to);
    nativeElement.setSelectionRange(from + caret, from + caret);
    this.body.set(nativeElement.value);
  }
}

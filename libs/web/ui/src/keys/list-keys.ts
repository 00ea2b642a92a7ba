import { contentChildren, Directive, effect, ElementRef, inject, input, output, untracked } from '@angular/core';
import { ListItem } from './list-item';

/** A letter pressed on a row. */
export type Letter = { readonly key: string; readonly index: number; readonly shift: boolean };

/** Letters that begin a chord of the whole product, such as G then J: what follows within that time is not the list's. */
const CHORD_BEGINS = /^[gn]$/;
const CHORD_WAIT = 1_500;

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** A list where one row is reachable by Tab, arrows or J/K move, Enter opens and letters decide; letters only while inside. */
@Directive({ selector: '[rlListKeys]', host: { '(keydown)': 'hear($event)', '(focusin)': 'follow($event)' } })
export class ListKeys {
  /** Switches letters off (J and K too); arrows stay. */
  readonly lettersOff = input(false);
  readonly moved = output<number>();
  readonly opened = output<number>();
  readonly letter = output<Letter>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly items = contentChildren(ListItem, { descendants: true });
  private current = 0;
  private chordAt = -CHORD_WAIT;

  constructor() {
    effect(() => {
      const items = this.items();
      untracked(() => this.reach(Math.min(this.current, items.length - 1)));
    });
  }

  /** Gives the focus to a row. */
  focus(index = this.current): void {
    this.reach(index);
    this.items()[index]?.element.focus();
  }

  protected follow(event: FocusEvent): void {
    const index = this.indexOf(event.target);
    if (index >= 0) this.reach(index);
  }

  protected hear(event: KeyboardEvent): void {
    const index = this.indexOf(event.target);
    if (index < 0 || event.ctrlKey || event.altKey || event.metaKey || inField(event.target)) return;
    const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (letter.length === 1 && this.lettersOff()) return;
    const inChord = letter.length === 1 && event.timeStamp - this.chordAt < CHORD_WAIT;
    this.chordAt = !inChord && CHORD_BEGINS.test(letter) ? event.timeStamp : -CHORD_WAIT;
    if (inChord || CHORD_BEGINS.test(letter)) return;
    const step = STEPS[letter];
    if (step !== undefined && !event.shiftKey) return this.go(index + step, event);
    if (event.key === 'Home') return this.go(0, event);
    if (event.key === 'End') return this.go(this.items().length - 1, event);
    const onRow = event.target === this.items()[index]?.element;
    if (event.key === 'Enter' && onRow) {
      event.preventDefault();
      this.opened.emit(index);
    } else if (/^[a-z]$/.test(letter)) {
      this.letter.emit({ key: letter, index, shift: event.shiftKey });
    }
  }

  private go(index: number, event: KeyboardEvent): void {
    event.preventDefault();
    const items = this.items();
    const next = Math.max(0, Math.min(index, items.length - 1));
    this.focus(next);
    this.moved.emit(next);
  }

  private reach(index: number): void {
    this.current = Math.max(0, index);
    this.items().forEach((item, at) => item.reachable.set(at === this.current));
  }

  private indexOf(target: EventTarget | null): number {
    if (!(target instanceof Node) || !this.host.contains(target)) return -1;
    const items = this.items();
    const exact = items.findIndex((item) => item.element.contains(target));
    if (exact >= 0) return exact;
    // A button beside the link of a row acts for that row.
    const row = (target as Element).closest('li, tr');
    return row ? items.findIndex((item) => row.contains(item.element)) : -1;
  }
}

function inField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(input|textarea|select)$/i.test(target.tagName);
}

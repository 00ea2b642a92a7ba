import { type DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';

/**
 * A key or a chord: `ctrl+k`, `alt+n`, `?`, `/`, or two letters one after the other, `g j`. `label` is a key of words;
 * `group` names the part of the help where it stands.
 */
export type Shortcut = { readonly keys: string; readonly label: string; readonly group?: string; readonly run: () => void };

const OFF = 'relais.letters-off';
const CHORD_WAIT = 1_500;

/** The keyboard of the product. Plain letters never act while typing, and can be switched off (WCAG 2.1.4). */
@Service()
export class Shortcuts {
  private readonly known = signal<readonly Shortcut[]>([]);
  private readonly off = signal(localStorage.getItem(OFF) === 'yes');
  private first = '';
  private firstAt = 0;

  readonly all = this.known.asReadonly();
  /** Whether single letters are switched off. */
  readonly lettersOff = this.off.asReadonly();

  constructor() {
    inject(DOCUMENT).addEventListener('keydown', (event) => this.hear(event));
  }

  switchLetters(off: boolean): void {
    this.off.set(off);
    localStorage.setItem(OFF, off ? 'yes' : 'no');
  }

  /** Adds shortcuts for as long as the page (or the shell) lives. */
  during(until: DestroyRef, shortcuts: readonly Shortcut[]): void {
    this.known.update((known) => [...known, ...shortcuts]);
    until.onDestroy(() => this.known.update((known) => known.filter((shortcut) => !shortcuts.includes(shortcut))));
  }

  private hear(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || !event.key) return;
    const pressed = chordOf(event);
    const plain = !/^(ctrl|alt)\+/.test(pressed) && !/^f\d/.test(pressed);
    if (plain && (this.off() || typing(event.target))) return;
    const pair = this.first && event.timeStamp - this.firstAt < CHORD_WAIT ? `${this.first} ${pressed}` : '';
    const found = this.latest(pair) ?? this.latest(pressed);
    this.first = plain && !found ? pressed : '';
    this.firstAt = event.timeStamp;
    if (!found) return;
    event.preventDefault();
    found.run();
  }

  private latest(keys: string): Shortcut | undefined {
    return keys ? this.known().findLast((shortcut) => shortcut.keys === keys) : undefined;
  }
}

function chordOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  const command = event.ctrlKey || event.metaKey ? 'ctrl+' : '';
  const alt = event.altKey ? 'alt+' : '';
  const shift = event.shiftKey && key.length > 1 ? 'shift+' : '';
  const letterShift = event.shiftKey && (command || alt) && key.length === 1 ? 'shift+' : '';
  return `${command}${alt}${shift}${letterShift}${key}`;
}

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    /^(input|textarea|select)$/i.test(target.tagName) ||
    target.closest('[role=dialog], [role=menu], [role=listbox]') !== null
  );
}

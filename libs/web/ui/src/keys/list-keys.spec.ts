import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { ListItem } from './list-item';
import { type Letter, ListKeys } from './list-keys';

@Component({
  imports: [ListItem, ListKeys],
  template: `
    <ul rlListKeys [lettersOff]="off()" (opened)="opened = $event" (letter)="letter = $event">
      @for (name of names(); track name) {
        <li>
          <a rlListItem href="#">{{ name }}</a> <input />
        </li>
      }
    </ul>
  `,
})
class Inbox {
  readonly names = signal(['Inès', 'Yanis', 'Maëlys']);
  readonly off = signal(false);
  opened: number | undefined;
  letter: Letter | undefined;
}

describe('a list by keyboard', () => {
  let inbox: Inbox;
  let root: HTMLElement;
  const rows = (): HTMLAnchorElement[] => [...root.querySelectorAll('a')];
  const press = (key: string): void =>
    void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

  beforeEach(async () => {
    const fixture = TestBed.createComponent(Inbox);
    inbox = fixture.componentInstance;
    root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    await fixture.whenStable();
    rows()[0]?.focus();
  });

  it('lets Tab reach one row only', () => {
    expect(rows().map((row) => row.tabIndex)).toEqual([0, -1, -1]);
  });

  it('moves with J, K, arrows and the ends of the list', () => {
    press('j');
    press('ArrowDown');
    expect(document.activeElement).toBe(rows()[2]);
    press('k');
    expect(document.activeElement).toBe(rows()[1]);
    press('Home');
    expect(document.activeElement).toBe(rows()[0]);
  });

  it('opens with Enter and hands letters over with their row', () => {
    press('j');
    press('Enter');
    press('a');
    expect(inbox.opened).toBe(1);
    expect(inbox.letter).toEqual({ key: 'a', index: 1, shift: false });
  });

  it('leaves the chords of the product alone: G then J is no move, N then P no verdict', () => {
    press('g');
    press('j');
    press('n');
    press('p');
    expect(document.activeElement).toBe(rows()[0]);
    expect(inbox.letter).toBeUndefined();
    press('j');
    expect(document.activeElement).toBe(rows()[1]);
  });

  it('keeps letters for text while one types in a row', () => {
    root.querySelector('input')?.focus();
    press('a');
    expect(inbox.letter).toBeUndefined();
  });

  it('ignores letters once they are switched off, never arrows', async () => {
    inbox.off.set(true);
    await TestBed.inject((await import('@angular/core')).ApplicationRef).whenStable();
    press('j');
    expect(document.activeElement).toBe(rows()[0]);
    press('ArrowDown');
    expect(document.activeElement).toBe(rows()[1]);
  });
});

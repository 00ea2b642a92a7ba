import { signal } from '@angular/core';
import { describe, expect, it } from 'vitest';
import { lastOf } from './last-read';

describe('what was read last', () => {
  it('stays while the next reading is on its way, and gives way to it', () => {
    const latest = signal<string | undefined>(undefined);
    const last = lastOf(latest);
    expect(last()).toBeUndefined();
    latest.set('first');
    expect(last()).toBe('first');
    latest.set(undefined);
    expect(last()).toBe('first');
    latest.set('second');
    expect(last()).toBe('second');
  });

  it('of one person never stands under the name of another', () => {
    const latest = signal<string | undefined>('of Inès');
    const person = signal('ines');
    const last = lastOf(latest, person);
    expect(last()).toBe('of Inès');
    latest.set(undefined);
    expect(last()).toBe('of Inès');
    person.set('karim');
    expect(last()).toBeUndefined();
  });

  it('goes once there is no such thing for the reader any more', () => {
    const [latest, gone] = [signal<string | undefined>('of Inès'), signal(false)];
    const last = lastOf(latest, () => 'ines', gone);
    expect(last()).toBe('of Inès');
    latest.set(undefined);
    expect(last()).toBe('of Inès');
    gone.set(true);
    expect(last()).toBeUndefined();
  });
});

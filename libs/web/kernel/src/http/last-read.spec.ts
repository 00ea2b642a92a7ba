import { type Resource, signal } from '@angular/core';
import { describe, expect, it } from 'vitest';
import { lastOf, lastRead } from './last-read';
import { ProblemError } from './problem-error';

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

  it('outlives a reading that fails, but not one that says there is nothing to read', () => {
    const [value, error] = [signal<string | undefined>('of Inès'), signal<Error | undefined>(undefined)];
    const read = { value, error, hasValue: () => value() !== undefined } as unknown as Resource<string | undefined>;
    const last = lastRead(read);
    expect(last()).toBe('of Inès');
    value.set(undefined);
    error.set(new ProblemError('network', 0));
    expect(last()).toBe('of Inès');
    error.set(new ProblemError('request.not_found', 404));
    expect(last()).toBeUndefined();
  });
});

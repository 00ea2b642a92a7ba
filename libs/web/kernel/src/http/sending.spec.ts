import { describe, expect, it } from 'vitest';
import { Sending } from './sending';

describe('an act that is sent', () => {
  it('runs once however often it is asked for', async () => {
    const sending = new Sending();
    let arrives: () => void = () => undefined;
    let times = 0;
    const act = (): Promise<void> => {
      times += 1;
      return new Promise((resolve) => (arrives = resolve));
    };
    const [first, second] = [sending.run(act), sending.run(act)];
    expect([await second, sending.busy()]).toEqual([false, true]);
    arrives();
    expect([await first, sending.busy(), times]).toEqual([true, false, 1]);
  });

  it('shows its problem until it is tried again', async () => {
    const sending = new Sending();
    expect(await sending.run(() => Promise.reject(new Error('no')))).toBe(false);
    expect([sending.problem(), sending.busy()]).toEqual([new Error('no'), false]);
    expect(await sending.run(() => Promise.resolve())).toBe(true);
    expect(sending.problem()).toBeUndefined();
  });

  it('keeps what it said, so that a refusal can show it', async () => {
    const sending = new Sending();
    await sending.run(() => Promise.reject(new Error('no')), { question: 'A-t-elle le permis ?' });
    expect(sending.said()).toEqual({ question: 'A-t-elle le permis ?' });
    await sending.run(() => Promise.resolve());
    expect(sending.said()).toEqual({});
  });
});

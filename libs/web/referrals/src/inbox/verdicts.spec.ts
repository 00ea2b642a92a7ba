import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideHttp } from '@relais/web/kernel';
import { Toasts } from '@relais/web/ui';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Verdicts } from './verdicts';

const UNDO = 8_000;
const verdict = { referralId: '7', name: 'Inès Rousseau', move: 'accept', body: { version: 3 } };

describe('verdicts of the triage desk', () => {
  let verdicts: Verdicts;
  let toasts: Toasts;
  let api: HttpTestingController;
  const accepted = () => api.match('/api/referrals/7/accept');

  beforeEach(() => {
    vi.useFakeTimers();
    TestBed.configureTestingModule({ providers: [provideHttp(), provideHttpClientTesting()] });
    [verdicts, toasts, api] = [TestBed.inject(Verdicts), TestBed.inject(Toasts), TestBed.inject(HttpTestingController)];
  });
  afterEach(() => {
    api.verify();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('leave the browser eight seconds later, not before', () => {
    verdicts.take(verdict, 'Acceptée');
    vi.advanceTimersByTime(UNDO - 1);
    expect([accepted().length, verdicts.decided('7')]).toEqual([0, true]);
    vi.advanceTimersByTime(1);
    const [call] = accepted();
    expect(call?.request.body).toEqual({ version: 3 });
    call?.flush({});
  });

  it('never leave once undone', () => {
    verdicts.take(verdict, 'Acceptée');
    expect(toasts.undo()).toBe(true);
    vi.advanceTimersByTime(2 * UNDO);
    expect([accepted().length, verdicts.decided('7')]).toEqual([0, false]);
  });

  it('leave at once with the page, and once only', () => {
    verdicts.take(verdict, 'Acceptée');
    dispatchEvent(new Event('pagehide'));
    const calls = accepted();
    expect(calls).toHaveLength(1);
    calls[0]?.flush({});
    vi.advanceTimersByTime(2 * UNDO);
    expect(accepted()).toHaveLength(0);
  });

  it('wait for the network with the hour of the decision, and leave when it is back', async () => {
    dispatchEvent(new Event('offline'));
    verdicts.take(verdict, 'Acceptée');
    vi.advanceTimersByTime(UNDO);
    expect(accepted()).toHaveLength(0);
    expect(verdicts.waiting()).toMatchObject([{ state: 'no_network', decidedAt: expect.any(String) }]);
    dispatchEvent(new Event('online'));
    TestBed.inject(ApplicationRef).tick();
    await vi.advanceTimersByTimeAsync(0);
    accepted()[0]?.flush({});
    await vi.advanceTimersByTimeAsync(0);
    expect(verdicts.waiting()).toEqual([]);
  });

  it('that came second say so, and let the lists read anew', async () => {
    verdicts.take(verdict, 'Acceptée');
    vi.advanceTimersByTime(UNDO);
    const problem = { code: 'referral.world_moved', params: { by: 'Accueil · ML Rennes', to: 'accepted' } };
    accepted()[0]?.flush(problem, { status: 409, statusText: 'Conflict' });
    await vi.advanceTimersByTimeAsync(0);
    expect(verdicts.refused()).toMatchObject({ name: 'Inès Rousseau', problem: { code: 'referral.world_moved' } });
    expect([verdicts.settled(), verdicts.waiting().length]).toEqual([1, 0]);
  });
});

import { type HttpResourceRef, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { liveRead } from './live-read';

type Answer = { readonly status: string };

describe('what is read again when something changed', () => {
  const address = signal('/api/referrals/7');
  const changes = signal(0);
  let api: HttpTestingController;
  let read: HttpResourceRef<Answer | undefined>;
  const settle = async (): Promise<void> => {
    TestBed.inject(ApplicationRef).tick();
    await TestBed.inject(ApplicationRef).whenStable();
  };
  const asked = (): TestRequest => {
    TestBed.inject(ApplicationRef).tick();
    return api.expectOne(address());
  };
  const answer = async (request: TestRequest, status: string): Promise<void> => {
    request.flush({ status });
    await settle();
  };

  beforeEach(async () => {
    address.set('/api/referrals/7');
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    api = TestBed.inject(HttpTestingController);
    read = TestBed.runInInjectionContext(() => liveRead<Answer>(address, changes));
    await answer(asked(), 'sent');
  });
  afterEach(() => api.verify());

  it('stays on the screen until the new answer comes', async () => {
    changes.update((count) => count + 1);
    const again = asked();
    expect([read.hasValue(), read.value()?.status]).toEqual([true, 'sent']);
    await answer(again, 'received');
    expect(read.value()?.status).toBe('received');
  });

  it('is read once more when something changed while the answer was on its way', async () => {
    changes.update((count) => count + 1);
    const first = asked();
    changes.update((count) => count + 1);
    TestBed.inject(ApplicationRef).tick();
    first.flush({ status: 'received' });
    await Promise.resolve();
    await answer(asked(), 'accepted');
    expect(read.value()?.status).toBe('accepted');
  });

  it('of another address never shows what stood there before, and is read once', async () => {
    changes.update((count) => count + 1);
    address.set('/api/referrals/8');
    const other = asked();
    expect(read.hasValue()).toBe(false);
    await answer(other, 'draft');
    expect(read.value()?.status).toBe('draft');
  });
});

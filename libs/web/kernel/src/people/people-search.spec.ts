import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { PeopleFound } from '@relais/api-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { provideHttp } from '../http/provide-http';
import { PeopleSearch } from './people-search';

const SEARCHES = '/api/beneficiary-searches';
const NOT_NOW = { status: 429, statusText: 'Too Many Requests', headers: { 'Retry-After': '3' } };

describe('a search for people', () => {
  let search: PeopleSearch;
  let api: HttpTestingController;

  beforeEach(() => {
    vi.useFakeTimers();
    TestBed.configureTestingModule({ providers: [provideHttp(), provideHttpClientTesting()] });
    search = TestBed.inject(PeopleSearch);
    api = TestBed.inject(HttpTestingController);
  });
  afterEach(() => vi.useRealTimers());

  it('that comes too fast waits as long as the API says, says so, and goes on by itself', () => {
    const answers: PeopleFound[] = [];
    search.byText('kermarrec').subscribe((found) => answers.push(found));
    api.expectOne(SEARCHES).flush({ code: 'search.too_many' }, NOT_NOW);
    expect(search.paused()).toBe(true);
    vi.advanceTimersByTime(2_999);
    api.expectNone(SEARCHES);
    vi.advanceTimersByTime(1);
    api.expectOne(SEARCHES).flush({ items: [] });
    expect([answers, search.paused()]).toEqual([[{ items: [] }], false]);
  });

  it('that nobody waits for any more leaves nothing behind', () => {
    const typing = search.byText('kermarrec').subscribe();
    api.expectOne(SEARCHES).flush({ code: 'search.too_many' }, NOT_NOW);
    typing.unsubscribe();
    vi.advanceTimersByTime(10_000);
    api.expectNone(SEARCHES);
    expect(search.paused()).toBe(false);
  });

  it('that fails for another reason fails at once', () => {
    const failed = vi.fn();
    search.byText('kermarrec').subscribe({ error: failed });
    api.expectOne(SEARCHES).flush({ code: 'request.unavailable' }, { status: 503, statusText: 'Unavailable' });
    expect([failed.mock.calls.length, search.paused()]).toEqual([1, false]);
  });
});

import { HttpClient } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import type { CandidatesRequest, PeopleFound } from '@relais/api-client';
import { defer, finalize, type Observable, retry, timer } from 'rxjs';
import { isProblem } from '../http/problem-error';

const SECOND = 1_000;

/** Asks who a person may be. Too many searches in a short time are no error: it waits as long as the API says, then goes on by itself. */
@Service()
export class PeopleSearch {
  private readonly http = inject(HttpClient);
  private readonly waiting = signal(0);

  /** A search waits for its turn: the screens say so calmly. */
  readonly paused = computed(() => this.waiting() > 0);

  /** People found by words, birth date, phone, e-mail or file number. */
  byText(text: string): Observable<PeopleFound> {
    return this.patiently(this.http.post<PeopleFound>('/api/beneficiary-searches', { text }));
  }

  /** People who may be the one whose file is being created. */
  candidates(typed: CandidatesRequest): Observable<PeopleFound> {
    return this.patiently(this.http.post<PeopleFound>('/api/beneficiary-candidates', typed));
  }

  private patiently<T>(call: Observable<T>): Observable<T> {
    return defer(() => {
      let waits = false;
      const delay = (error: unknown): Observable<unknown> => {
        if (!isProblem(error, 'search.too_many')) throw error;
        if (!waits) this.waiting.update((others) => others + 1);
        waits = true;
        return timer((error.retryAfterSeconds ?? 1) * SECOND);
      };
      return call.pipe(
        retry({ delay }),
        finalize(() => {
          if (waits) this.waiting.update((others) => others - 1);
        }),
      );
    });
  }
}

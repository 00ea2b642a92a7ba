import { HttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { SessionKeeper } from '../session/session-keeper';
import { marked } from './marks';
import { ProblemError } from './problem-error';
import { provideHttp } from './provide-http';

const SIGNED_IN = {
  account: { givenName: 'Maëlle', familyName: 'Le Goff', email: 'm@example.org', locale: 'fr' },
  post: null,
  posts: [],
  csrf: 'proof',
};
const EXPIRED = { status: 401, statusText: 'Unauthorized' };
const later = () => new Promise((resolve) => setTimeout(resolve));

describe('a call to the API', () => {
  let http: HttpClient;
  let api: HttpTestingController;
  let keeper: SessionKeeper;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttp(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpClient);
    api = TestBed.inject(HttpTestingController);
    keeper = TestBed.inject(SessionKeeper);
    keeper.take(SIGNED_IN);
  });

  it('proves where it comes from, carries its key, and the version an edit was made from', () => {
    http.post('/api/interviews', {}, { context: marked({ once: 'key-1' }) }).subscribe();
    http.patch('/api/interviews/1', {}, { context: marked({ version: 4 }) }).subscribe();
    const [created, edited] = [api.expectOne('/api/interviews').request, api.expectOne('/api/interviews/1').request];
    expect(created.headers.get('x-relais-csrf')).toBe('proof');
    expect(created.headers.get('Idempotency-Key')).toBe('key-1');
    expect(edited.headers.get('If-Match')).toBe('"4"');
  });

  it('rejects with the code, the fields at fault and the support code', async () => {
    const refused = firstValueFrom(http.post('/api/beneficiaries', {})).catch((error: unknown) => error);
    api
      .expectOne('/api/beneficiaries')
      .flush(
        { code: 'request.invalid', requestId: 'r1', errors: [{ pointer: '/familyName', code: 'text', message: 'Écrivez le nom.' }] },
        { status: 422, statusText: 'Unprocessable' },
      );
    const problem = (await refused) as ProblemError;
    expect(problem).toBeInstanceOf(ProblemError);
    expect([problem.code, problem.requestId, problem.about('/familyName')]).toEqual(['request.invalid', 'r1', 'Écrivez le nom.']);
  });

  it('says that no answer came when the network is gone', async () => {
    const refused = firstValueFrom(http.get('/api/day')).catch((error: unknown) => error);
    api.expectOne('/api/day').error(new ProgressEvent('error'));
    expect(await refused).toMatchObject({ code: 'network', status: 0 });
  });

  it('goes out again with the same key once the session is renewed', async () => {
    const answered = firstValueFrom(http.post('/api/interviews', { text: 'bonjour' }));
    const first = api.expectOne('/api/interviews');
    first.flush({ code: 'session.expired' }, EXPIRED);
    await later();
    api.expectOne('/api/session/refresh').flush(SIGNED_IN);
    await later();
    const second = api.expectOne('/api/interviews');
    second.flush({ id: '1' });
    expect(second.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
    expect(await answered).toEqual({ id: '1' });
  });

  it('waits under the lock when the session can not be renewed, and resumes after signing in again', async () => {
    const answered = firstValueFrom(http.get('/api/day'));
    api.expectOne('/api/day').flush({ code: 'session.expired' }, EXPIRED);
    await later();
    api.expectOne('/api/session/refresh').flush({ code: 'session.expired' }, EXPIRED);
    await later();
    expect(keeper.locked()).toBe(true);
    keeper.take(SIGNED_IN);
    keeper.release(true);
    await later();
    api.expectOne('/api/day').flush({ ok: true });
    expect(await answered).toEqual({ ok: true });
  });
});

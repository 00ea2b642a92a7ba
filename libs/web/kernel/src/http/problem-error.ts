import { HttpErrorResponse } from '@angular/common/http';
import { REFUSAL_CODES, type RefusalCode } from '@relais/domain';

/** One field at fault: a JSON pointer into the body that was sent, and a sentence in the reader's language. */
export type FieldProblem = { readonly pointer: string; readonly code: string; readonly message: string };

/** A refusal of the API, or `network` when no answer came at all. */
export type ProblemCode = RefusalCode | 'network';

/** What every failed call rejects with: an RFC 9457 problem document with its code made safe. */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly status: number,
    readonly errors: readonly FieldProblem[] = [],
    readonly requestId?: string,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly retryAfterSeconds?: number,
  ) {
    super(code);
    this.name = 'ProblemError';
  }

  /** The sentence about one field, when the API named it. */
  about(pointer: string): string | undefined {
    return this.errors.find((error) => error.pointer === pointer)?.message;
  }
}

/** Whether something thrown is a refusal with one of these codes (any code when none is given). */
export function isProblem(thrown: unknown, ...codes: ProblemCode[]): thrown is ProblemError {
  return thrown instanceof ProblemError && (codes.length === 0 || codes.includes(thrown.code));
}

/** Reads the answer of a failed call. An answer that is no problem document gets the code of its status. */
export function problemOf(failure: HttpErrorResponse): ProblemError {
  if (failure.status === 0) return new ProblemError('network', 0);
  const body = documentOf(failure.error);
  const code = REFUSAL_CODES.find((known) => known === body['code']) ?? codeOfStatus(failure.status);
  const requestId = typeof body['requestId'] === 'string' ? body['requestId'] : undefined;
  const retryAfter = Number(failure.headers.get('retry-after') ?? Number.NaN);
  return new ProblemError(
    code,
    failure.status,
    Array.isArray(body['errors']) ? (body['errors'] as FieldProblem[]) : [],
    requestId,
    (body['params'] ?? {}) as Record<string, string | number>,
    Number.isFinite(retryAfter) ? retryAfter : undefined,
  );
}

function documentOf(body: unknown): Record<string, unknown> {
  if (typeof body === 'string') {
    try {
      return documentOf(JSON.parse(body));
    } catch {
      return {};
    }
  }
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

function codeOfStatus(status: number): RefusalCode {
  switch (status) {
    case 401:
      return 'session.missing';
    case 403:
      return 'permission.denied';
    case 404:
      return 'request.not_found';
    case 412:
      return 'request.version_stale';
    case 413:
      return 'request.too_large';
    case 422:
      return 'request.invalid';
    case 429:
      return 'request.too_many';
    case 502:
    case 503:
    case 504:
      return 'request.unavailable';
    default:
      return 'request.failed';
  }
}

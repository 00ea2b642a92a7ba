import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { RefusalCode } from '@relais/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { RefusalProblem, STATUS_OF } from './problems';
import { languageOf, titleOf } from './sentences';

/** The one door by which errors leave: RFC 9457 problem documents, without a value, a query or a stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: PinoLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    const code = problem.refusal.refused;
    const status = problem.status;
    if (status >= 500) this.log.error({ code, ...traceOf(error) }, 'request failed');
    else this.log.info({ code, status }, 'request refused');
    if (reply.sent) return;
    const language = languageOf(request.headers['accept-language']);
    if (problem.retryAfterSeconds ?? (status === 503 ? 2 : undefined))
      void reply.header('retry-after', String(problem.retryAfterSeconds ?? 2));
    if (status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply
      .status(status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', language)
      .header('cache-control', 'no-store')
      .send(
        JSON.stringify({
          type: `/problems/${code}`,
          title: titleOf(code, language),
          status,
          code,
          requestId: String(request.id),
          ...(problem.refusal.params ? { params: problem.refusal.params } : {}),
          ...errorsOf(problem, code, language),
        }),
      );
  }
}

function errorsOf(problem: RefusalProblem, code: RefusalCode, language: 'fr' | 'en'): object {
  if (problem.errors.length > 0) return { errors: problem.errors };
  if (problem.refusal.pointer === undefined) return {};
  return { errors: [{ pointer: problem.refusal.pointer, code, message: titleOf(code, language) }] };
}

function problemOf(error: unknown): RefusalProblem {
  if (error instanceof RefusalProblem) return error;
  const sqlState = sqlStateOf(error);
  if (sqlState) return new RefusalProblem({ refused: refusalOfSqlState(sqlState) });
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  return new RefusalProblem({ refused: refusalOfStatus(status) });
}

function refusalOfStatus(status: number): RefusalCode {
  if (status === 400 || status === 422 || status === 405) return 'request.invalid';
  if (status === 401) return 'session.missing';
  if (status === 403) return 'permission.denied';
  const code = (Object.keys(STATUS_OF) as RefusalCode[]).find((each) => each.startsWith('request.') && STATUS_OF[each] === status);
  return code ?? 'request.failed';
}

/** Classes 08, 53, 57, 58 and lock or statement time-outs mean "not now"; a lost race means "the world moved". */
function refusalOfSqlState(state: string): RefusalCode {
  if (/^(08|53|57|58)/.test(state) || state === '55P03' || state === 'POOL0') return 'request.unavailable';
  if (state === '40001' || state === '40P01') return 'referral.world_moved';
  return 'request.failed';
}

function sqlStateOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  if (typeof code !== 'string') return undefined;
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code)) return '08006';
  return /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

function statusOf(error: unknown): number {
  const status = (error as { statusCode?: unknown } | undefined)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

/** What may be logged of an unexpected error: its class, SQLSTATE, table, constraint and where it was thrown; never its message. */
function traceOf(error: unknown): object {
  const { table, constraint, code } = (error ?? {}) as { table?: string; constraint?: string; code?: string };
  const stack =
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => line.trimStart().startsWith('at '))
          .slice(0, 8)
      : [];
  return { error: error instanceof Error ? error.constructor.name : typeof error, sqlState: code, table, constraint, at: stack };
}

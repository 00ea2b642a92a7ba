import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refuse } from './problems';

/** The entity tag of an answer that carries a `version`: `"7"`. */
export function etagOf(answer: unknown): string | undefined {
  const version = (answer as { version?: unknown } | undefined)?.version;
  return typeof version === 'number' ? `"${version}"` : undefined;
}

/** The version named by `If-Match`: 428 without the header, 412 when it is not one of ours. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) return refuse('request.version_missing');
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  return version === undefined ? refuse('request.version_stale') : Number(version);
});

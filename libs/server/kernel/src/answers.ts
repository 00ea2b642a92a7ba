import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiParam, ApiResponse, getSchemaPath } from '@nestjs/swagger';

const ANSWER = 'relais:answer';
const CREATES = 'relais:creates';
const READS = 'relais:reads';

/** The declared class of an answer. */
export type AnswerClass = abstract new (...args: never[]) => unknown;

/** What a route declares of its answer. */
export type Answer = { readonly of: AnswerClass | undefined; readonly status: number };

/** Declares the class that an answer is cut to: what is not in it never leaves. Without a class the answer has no body (204). */
export function Answers(of?: AnswerClass, options: { status?: number } = {}): MethodDecorator {
  const status = options.status ?? (of ? 200 : 204);
  return applyDecorators(
    SetMetadata(ANSWER, { of, status } satisfies Answer),
    HttpCode(status),
    ...(of
      ? [ApiExtraModels(of), ApiResponse({ status, description: 'Done', schema: { $ref: getSchemaPath(of as never) } })]
      : [ApiResponse({ status, description: 'Done' })]),
    problemOtherwise(),
  );
}

/** Declares an answer that is no JSON: a page, a sheet of paper, a stream of events (which says that something changed, never what). */
export function AnswersAs(media: 'text/html' | 'application/pdf' | 'text/calendar' | 'text/event-stream'): MethodDecorator {
  const content = { [media]: { schema: { type: 'string' } } } as const;
  return applyDecorators(ApiResponse({ status: 200, description: 'Done', content }), problemOtherwise());
}

/** A POST that creates: needs `Idempotency-Key`, has one effect per key, answers the same again. Source: trust.md §2. */
export function Creates(of: AnswerClass): MethodDecorator {
  return applyDecorators(
    SetMetadata(CREATES, true),
    Answers(of, { status: 201 }),
    ApiHeader({ name: 'Idempotency-Key', required: true, schema: { type: 'string', format: 'uuid' } }),
  );
}

/** A POST that reads: what is asked is personal data and belongs in no address. It goes through the pipelined door, like a GET. */
export function ReadsByPost(of: AnswerClass): MethodDecorator {
  return applyDecorators(SetMetadata(READS, true), Answers(of));
}

/** An edit: needs `If-Match` with the version last read; 428 without, 412 when stale. */
export function EditsVersion(): MethodDecorator {
  return ApiHeader({ name: 'If-Match', required: true, schema: { type: 'string' } });
}

/** The `id` of the path, for the document. */
export function OfId(name = 'id'): MethodDecorator {
  return ApiParam({ name, schema: { type: 'string', format: 'uuid' } });
}

function problemOtherwise(): MethodDecorator {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return ApiResponse({ status: 'default', description: 'Problem document (RFC 9457)', content });
}

/** What a handler's method declared about its answer. */
export function answerOf(method: object): Answer | undefined {
  return Reflect.getMetadata(ANSWER, method) as Answer | undefined;
}

/** Whether a handler's method is a POST that creates. */
export function createsOnce(method: object): boolean {
  return Reflect.getMetadata(CREATES, method) === true;
}

/** Whether a handler's method is a POST that reads. */
export function readsByPost(method: object): boolean {
  return Reflect.getMetadata(READS, method) === true;
}

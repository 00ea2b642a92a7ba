import { STATUS_OF } from '@relais/server/kernel';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Answer } from './ask';
import type { Operation } from './operations';

/** The answer that an attack must get: one of these statuses, and this code when it is named. */
export type Refused = { readonly status: readonly number[]; readonly code?: string };

type Problem = { readonly status?: unknown; readonly code?: unknown; readonly requestId?: unknown };

/** What is wrong with the answer to an attack, in one sentence; undefined when it was refused as it must be. */
export function notRefused(answer: Answer, { status, code }: Refused): string | undefined {
  const problem = (answer.body ?? {}) as Problem;
  if (answer.status >= 500) return `fails with ${answer.status}`;
  if (answer.status < 300) return `goes through with ${answer.status}`;
  if (!status.includes(answer.status)) return `answers ${answer.status} (${String(problem.code)}), expected ${status.join(' or ')}`;
  if (code && problem.code !== code) return `says ${String(problem.code)}, expected ${code}`;
  return notAProblem(answer);
}

/** What is wrong with a problem document (RFC 9457): type, status, known code, request id. */
export function notAProblem(answer: Answer): string | undefined {
  const { status, code, requestId } = (answer.body ?? {}) as Problem;
  if (!answer.type.startsWith('application/problem+json')) return `answers ${answer.status} as "${answer.type}", not as a problem document`;
  if (status !== answer.status) return `says status ${String(status)} in a ${answer.status}`;
  if ((STATUS_OF as Record<string, number>)[String(code)] !== answer.status) return `says ${String(code)} in a ${answer.status}`;
  return typeof requestId === 'string' && requestId !== '' ? undefined : 'carries no request id';
}

/** The same answer but for the request's own id. */
export function sameAnswer(one: Answer, other: Answer): boolean {
  return one.status === other.status && one.type === other.type && plain(one) === plain(other);
}

function plain({ body, text }: Answer): string {
  return body === undefined ? text : JSON.stringify({ ...(body as object), requestId: '' });
}

/** Checks successful answers against their declared class: every field is declared, nothing is missing, nothing more is there. */
export class DeclaredAnswers {
  private readonly ajv = new Ajv2020({ strict: false, validateFormats: false });
  private readonly known = new Map<string, ValidateFunction>();

  constructor(private readonly document: OpenAPIObject) {}

  /** What is wrong with a success, in one sentence. */
  notAsDeclared(operation: Operation, answer: Answer): string | undefined {
    if (answer.status !== operation.status)
      return `answers ${answer.status} to its valid request, not ${operation.status}: ${answer.text.slice(0, 300)}`;
    if (operation.media) return answer.type.startsWith(operation.media) ? undefined : `answers as "${answer.type}"`;
    if (!operation.answer) return answer.text === '' ? undefined : 'answers with a body that it does not declare';
    const isRight = this.known.get(operation.name) ?? this.compiled(operation);
    if (isRight(answer.body)) return undefined;
    return `answers with fields that its class does not declare, or without some that it does: ${isRight.errors?.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`).join(', ')}`;
  }

  private compiled({ name, answer }: Operation): ValidateFunction {
    const schema = closed({ ...answer, $defs: this.document.components?.schemas }) as object;
    const isRight = this.ajv.compile(schema);
    this.known.set(name, isRight);
    return isRight;
  }
}

/** The schema with every object closed to undeclared fields. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const all = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' ? String(value).replace('#/components/schemas/', '#/$defs/') : closed(value),
    ]),
  );
  return all['type'] === 'object' && all['properties'] && all['additionalProperties'] === undefined
    ? { ...all, additionalProperties: false }
    : all;
}

/** A fault as one sentence, or none. */
export function said({ title }: Operation, wrong: string | undefined, name = ''): string[] {
  return wrong ? [`${title} ${name ? `${name} ` : ''}${wrong}`] : [];
}

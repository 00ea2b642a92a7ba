import { randomUUID } from 'node:crypto';
import type { TestApi } from '../api';
import type { Operation } from './operations';
import type { ValidRequest } from './requests/request';

/** A request as it leaves: what a mutation changes. */
export type Asked = {
  readonly method: Operation['method'];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | undefined;
};

/** What came back. */
export type Answer = {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: unknown;
};

/** The request of an operation as it leaves, valid in every part. */
export function askedOf(api: TestApi, operation: Operation, valid: ValidRequest): Asked {
  const cookie = Object.entries(valid.cookies ?? {}).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return {
    method: operation.method,
    url: `${pathOf(operation, valid)}${valid.query ? `?${new URLSearchParams(valid.query).toString()}` : ''}`,
    headers: {
      ...(valid.as && { authorization: `Bearer ${api.tokenOf(valid.as)}` }),
      ...(operation.needsKey && { 'idempotency-key': randomUUID() }),
      ...(operation.needsVersion && { 'if-match': `"${valid.version ?? 1}"` }),
      ...(valid.body && { 'content-type': 'application/json' }),
      ...(cookie.length > 0 && { cookie: cookie.join('; ') }),
    },
    payload: valid.body && JSON.stringify(valid.body),
  };
}

/** The path with its identifiers. */
export function pathOf(operation: Operation, { id, ids }: Pick<ValidRequest, 'id' | 'ids'>): string {
  return operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids?.[name] ?? (name === 'id' ? id : undefined) ?? '');
}

/** Sends a request straight into the application; of an endless answer only the beginning is read. */
export async function ask(api: TestApi, { method, url, headers, payload }: Asked): Promise<Answer> {
  const answer = await api.app.inject({
    method,
    url,
    headers: { ...headers },
    ...(payload !== undefined && { payload }),
    payloadAsStream: true,
  });
  const type = String(answer.headers['content-type'] ?? '');
  const text = type.startsWith('text/event-stream') ? '' : await wholeText(answer.stream());
  if (type.startsWith('text/event-stream')) answer.stream().destroy();
  return { status: answer.statusCode, type, headers: answer.headers, text, body: type.includes('json') ? parsed(text) : undefined };
}

async function wholeText(stream: NodeJS.ReadableStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Buffer));
  return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';

/** A JSON Schema of the document, as far as the suite reads it. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
};

/** Who may call an operation, as `@Can`, `@AnyAccount` or `@Open` declared it. */
export type Authz = {
  readonly permission?: string;
  readonly account?: true;
  readonly open?: true;
  readonly objects?: readonly { readonly object: string; readonly in: 'path'; readonly name: string }[];
};

/** One operation of the API document, with what an attacker needs to know. */
export type Operation = {
  /** `POST /api/referrals/{id}/accept` */
  readonly title: string;
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly authz: Authz;
  readonly body: Schema | undefined;
  readonly query: Readonly<Record<string, Schema>>;
  readonly needsKey: boolean;
  readonly needsVersion: boolean;
  /** Declared status of success and the class of the answer; no class, no body. */
  readonly status: number;
  readonly answer: Schema | undefined;
  /** The type of an answer that is no JSON: `text/html`, or `text/event-stream`, which never ends. */
  readonly media: string | undefined;
};

type Parameter = { readonly in: string; readonly name: string; readonly schema?: Schema };
type Described = {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema?: Schema }> }>;
  readonly 'x-authz': Authz;
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The committed API document. */
export function committedDocument(): OpenAPIObject {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../../../docs/openapi.json'), 'utf8')) as OpenAPIObject;
}

/** Every operation of a document. */
export function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const described = (item as unknown as Record<string, Described | undefined>)[method];
      return described ? [operationOf(path, method.toUpperCase() as Operation['method'], described)] : [];
    }),
  );
}

function operationOf(path: string, method: Operation['method'], described: Described): Operation {
  const parameters = described.parameters ?? [];
  const header = (name: string): boolean => parameters.some((one) => one.in === 'header' && one.name === name);
  const [status = '200', done] = Object.entries(described.responses).find(([code]) => code.startsWith('2')) ?? [];
  return {
    title: `${method} ${path}`,
    name: described.operationId,
    method,
    path,
    authz: described['x-authz'],
    body: described.requestBody?.content['application/json']?.schema,
    query: Object.fromEntries(parameters.filter((one) => one.in === 'query').map(({ name, schema }) => [name, schema ?? {}])),
    needsKey: header('Idempotency-Key'),
    needsVersion: header('If-Match'),
    status: Number(status),
    answer: done?.content?.['application/json']?.schema,
    media: Object.keys(done?.content ?? {}).find((type) => type !== 'application/json'),
  };
}

/** A schema with its reference followed. */
export function resolved(schema: Schema, document: OpenAPIObject): Schema {
  if (!schema.$ref) return schema;
  return (document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''] ?? {}) as Schema;
}

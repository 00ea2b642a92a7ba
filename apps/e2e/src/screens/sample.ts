import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minimum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
};

const document = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'openapi.json');
const { components } = JSON.parse(readFileSync(document, 'utf8')) as { components: { schemas: Record<string, Schema> } };
const TEXTS: Readonly<Record<string, string>> = {
  uuid: '019f69f0-8c00-7e80-ae2c-153d0fac1df8',
  date: '2026-11-02',
  'date-time': '2026-11-02T09:30:00.000Z',
};

/** One thing of a kind, made from the published document of the API, with what matters here filled in. */
export function sample(name: string, given: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const properties = Object.entries(components.schemas[name]?.properties ?? {});
  return { ...Object.fromEntries(properties.map(([key, schema]) => [key, valueOf(schema)])), ...given };
}

function valueOf(schema: Schema): unknown {
  if (schema.$ref) return sample(schema.$ref.split('/').at(-1) ?? '');
  const whole = schema.allOf?.[0] ?? schema.anyOf?.[0];
  if (whole) return valueOf(whole);
  if (schema.enum) return schema.enum[0];
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'array':
      return [];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, 3);
    case 'object':
      return {};
    default:
      return TEXTS[schema.format ?? ''] ?? 'Équipe Brest';
  }
}

import { randomUUID } from 'node:crypto';
import { resolved, type Schema } from '../operations';
import type { Asked } from '../ask';
import { type Bait, INVALID, type Mutation } from './mutation';

/** Fields that no client may set: where a row lives, who it is, what became of it. */
const FORBIDDEN = [
  'region',
  'id',
  'version',
  'operatorId',
  'unitId',
  'status',
  'role',
  'authorPostId',
  'createdAt',
  'createdByPost',
  'leadPostId',
  'sequence',
];

/** Bodies that break their message: as a whole, by a field too many, and field by field by type. */
export function bodyMutations({ operation, asked, document, valid }: Bait): Mutation[] {
  if (!operation.body) return [];
  const schema = resolved(operation.body, document);
  const body = (valid.body ?? {}) as Record<string, unknown>;
  const json = (content: unknown): Asked => ({
    ...asked,
    headers: { ...asked.headers, 'content-type': 'application/json' },
    payload: JSON.stringify(content),
  });
  return [
    ...wholeBodies(asked),
    ...FORBIDDEN.filter((name) => !schema.properties?.[name]).map((name) => ({
      name: `with the forbidden field ${name}`,
      asked: json({ ...body, [name]: forbiddenValue(name) }),
      expected: INVALID,
    })),
    ...(schema.required ?? []).map((name) => ({ name: `without ${name}`, asked: json(without(body, name)), expected: INVALID })),
    ...wrongFields(schema, body, document).map(({ name, content }) => ({ name, asked: json(content), expected: INVALID })),
  ];
}

function wholeBodies(asked: Asked): Mutation[] {
  const { 'content-type': _, ...headers } = asked.headers;
  const of = (type: string | undefined, payload: string | undefined): Asked => ({
    ...asked,
    headers: { ...headers, ...(type && { 'content-type': type }) },
    payload,
  });
  const json = 'application/json';
  const unsupported = { status: [415] };
  return [
    { name: 'without a body', asked: of(undefined, undefined), expected: INVALID },
    { name: 'with an empty body', asked: of(json, ''), expected: INVALID },
    { name: 'with a list as body', asked: of(json, '[]'), expected: INVALID },
    { name: 'with a text as body', asked: of(json, '"text"'), expected: INVALID },
    { name: 'with a number as body', asked: of(json, '5'), expected: INVALID },
    { name: 'with null as body', asked: of(json, 'null'), expected: INVALID },
    { name: 'with broken JSON', asked: of(json, `${asked.payload?.slice(0, -1) ?? '{'},`), expected: INVALID },
    { name: 'with two bodies', asked: of(json, `${asked.payload ?? '{}'}${asked.payload ?? '{}'}`), expected: INVALID },
    { name: 'with a prototype', asked: of(json, '{"__proto__":{"role":"root"}}'), expected: INVALID },
    { name: 'with a constructor', asked: of(json, '{"constructor":{"prototype":{"role":"root"}}}'), expected: INVALID },
    { name: 'with 20 000 brackets', asked: of(json, `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`), expected: INVALID },
    { name: 'with a huge body', asked: of(json, JSON.stringify({ a: 'x'.repeat(300 * 1024) })), expected: { status: [413] } },
    { name: 'as plain text', asked: of('text/plain', asked.payload ?? '{}'), expected: unsupported },
    { name: 'as a form', asked: of('application/x-www-form-urlencoded', 'a=1'), expected: unsupported },
    { name: 'as XML', asked: of('application/xml', '<a/>'), expected: unsupported },
  ];
}

type Wrong = { readonly name: string; readonly content: Record<string, unknown> };

function wrongFields(schema: Schema, body: Record<string, unknown>, document: Bait['document'], prefix = ''): Wrong[] {
  return Object.entries(schema.properties ?? {}).flatMap(([field, declared]) => {
    const inner = resolved(declared, document);
    const here = `${prefix}${field}`;
    const values = wrongValues(inner).map(({ what, value }) => ({ name: `with ${what} as ${here}`, content: { ...body, [field]: value } }));
    return [
      ...values,
      ...deeper(inner, here, body[field], document).map(({ name, content }) => ({ name, content: { ...body, [field]: content } })),
    ];
  });
}

/** The same inside nested messages and the first of a list, where the valid request has one. */
function deeper(schema: Schema, here: string, value: unknown, document: Bait['document']): { name: string; content: unknown }[] {
  const item = schema.items && resolved(schema.items, document);
  if (item?.properties && Array.isArray(value) && value.length > 0) {
    const first = value[0] as Record<string, unknown>;
    const wrong = [
      ...wrongFields(item, first, document, `${here}/0/`),
      { name: `with a forbidden field in ${here}/0`, content: { ...first, region: '04' } },
    ];
    return wrong.map(({ name, content }) => ({ name, content: [content, ...value.slice(1)] }));
  }
  if (!schema.properties || typeof value !== 'object' || value === null) return [];
  const inner = value as Record<string, unknown>;
  return [
    ...wrongFields(schema, inner, document, `${here}/`),
    { name: `with a forbidden field in ${here}`, content: { ...inner, region: '04' } },
  ];
}

/** Values that a field of this type can't hold. */
export function wrongValues(schema: Schema): { readonly what: string; readonly value: unknown }[] {
  const types = Array.isArray(schema.type)
    ? (schema.type as string[])
    : [String(schema.type ?? (schema.properties || schema.anyOf ? 'object' : 'string'))];
  const nullable = types.includes('null') || schema.anyOf?.some(({ type }) => type === 'null');
  const wrong: Record<string, unknown> = {
    ...(!nullable && { null: null }),
    ...(types.includes('string') ? wrongTexts(schema) : { 'a text': 'x' }),
    ...(types.includes('integer') || types.includes('number') ? wrongNumbers(schema, types.includes('integer')) : { 'a number': 4.5 }),
    ...(types.includes('boolean') ? { 'the word true': 'true', one: 1 } : { true: true }),
    ...(types.includes('array') ? wrongLists(schema) : { 'a list': ['x'], 'an empty list': [] }),
    ...(!types.includes('object') && { 'an object': { a: 1 }, 'an operator': { $gt: '' } }),
  };
  return Object.entries(wrong).map(([what, value]) => ({ what, value }));
}

function wrongTexts({ enum: words, format, minLength = 0, maxLength }: Schema): Record<string, unknown> {
  if (words) return { 'an unknown word': 'nonsense', 'a word with a space': `${String(words[0])} `, 'an empty text': '' };
  if (format === 'uuid') return { 'no identifier': 'not-an-id', 'an identifier and more': `${randomUUID()}'`, 'an empty text': '' };
  if (format === 'date')
    return {
      'no date': 'yesterday',
      'a date that does not exist': '2026-02-30',
      'the year zero': '0000-01-01',
      'a year of five digits': '12026-01-01',
      'an empty text': '',
    };
  if (format === 'date-time')
    return {
      'no moment': 'now',
      'a moment that does not exist': '2026-02-30T10:00:00.000Z',
      'the year zero': '0000-01-01T00:00:00.000Z',
      'a day': '2026-02-03',
      'a number of seconds': '1764060000',
      'an empty text': '',
    };
  return {
    'a text with a zero': 'a\u0000b',
    'a text with a bell': 'a\u0007b',
    'a text with an escape': '\u001b[31mred',
    ...(minLength > 0 && { 'an empty text': '' }),
    ...(maxLength && { 'a text too long': 'a'.repeat(maxLength + 1) }),
  };
}

function wrongNumbers({ minimum, maximum }: Schema, whole: boolean): Record<string, unknown> {
  return {
    'a number in words': '3',
    ...(whole && { 'half a number': 1.5, 'a number without end': 1e300 }),
    ...(minimum !== undefined && { 'a number too small': minimum - 1 }),
    ...(maximum !== undefined && { 'a number too large': maximum + 1 }),
  };
}

function wrongLists({ items, maxItems }: Schema): Record<string, unknown> {
  return {
    'a list of nulls': [null],
    'a list of numbers': [4.5],
    'a list of lists': [[]],
    ...(items?.enum && { 'a list of unknown words': ['nonsense'] }),
    ...(items?.type === 'string' && !items.enum && { 'a list with a zero': ['a\u0000b'] }),
    ...(maxItems !== undefined && { 'a list too long': Array.from({ length: maxItems + 1 }, () => items?.enum?.[0] ?? 'x') }),
  };
}

function forbiddenValue(name: string): unknown {
  return name === 'version' || name === 'sequence' ? 7 : name === 'region' ? '04' : name === 'status' ? 'closed' : randomUUID();
}

function without(body: Record<string, unknown>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
}

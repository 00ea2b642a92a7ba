import { randomUUID } from 'node:crypto';
import type { Asked } from '../ask';
import type { Schema } from '../operations';
import { type Bait, INVALID, type Mutation } from './mutation';

/** Headers of versions and of intentions, missing, malformed or stale. */
export function headerMutations({ operation, asked }: Bait): Mutation[] {
  const header = (name: string, value?: string): Asked => {
    const { [name]: _, ...others } = asked.headers;
    return { ...asked, headers: { ...others, ...(value !== undefined && { [name]: value }) } };
  };
  const version = ['1', 'abc', '""', '*', '"-1"', '"1e3"', '"99999999999999999999"', '"1", "2"', "' or 1=1"];
  const key = ['', 'abc', '1', `${randomUUID()}x`, "' or 1=1", 'a'.repeat(5_000)];
  return [
    ...(operation.needsVersion
      ? [
          { name: 'without If-Match', asked: header('if-match'), expected: { status: [428] } },
          { name: 'with a stale If-Match', asked: header('if-match', '"999"'), expected: { status: [412] } },
          ...version.map((value) => ({ name: `with If-Match ${value}`, asked: header('if-match', value), expected: { status: [412] } })),
        ]
      : []),
    ...(operation.needsKey
      ? [
          { name: 'without Idempotency-Key', asked: header('idempotency-key'), expected: { status: [422], code: 'request.key_missing' } },
          ...key.map((value) => ({
            name: `with Idempotency-Key ${value.slice(0, 40)}`,
            asked: header('idempotency-key', value),
            expected: { status: [422], code: 'request.key_missing' },
          })),
        ]
      : []),
  ];
}

const forged = (keys: unknown): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** Places in a list that we did not write. */
const FORGED_PLACES = {
  garbage: 'garbage',
  'no base64': '!!!',
  'an empty place': '',
  'a list of one': forged(['x']),
  'a list of texts': forged(['x', 'y']),
  'a list of many': forged(['2026-11-01T10:00:00.000Z', randomUUID(), 'z', 'z']),
  'a moment without identifier': forged(['2026-11-01T10:00:00.000Z', 'y']),
  'an identifier without moment': forged(['x', randomUUID()]),
  'a list of numbers': forged([1, 2]),
  'a list of lists': forged([[], []]),
  'an object': forged({ at: 1 }),
  SQL: forged(["'; drop table app.note; --", "' or 1=1"]),
  'a text with a zero': forged(['\u0000', '\u0000']),
  'a place of 1 kB': 'a'.repeat(1_000),
} as const;

/** Values that a query can't hold. */
export function queryMutations({ operation, asked }: Bait): Mutation[] {
  const names = Object.entries(operation.query);
  if (names.length === 0) return [];
  const given = new URLSearchParams(asked.url.split('?')[1] ?? '');
  const at = (name: string, value: string, twice = false): Asked => {
    const query = new URLSearchParams(given);
    query.set(name, value);
    if (twice) query.append(name, value);
    return { ...asked, url: `${asked.url.split('?')[0]}?${query.toString()}` };
  };
  return [
    { name: 'with an unknown query field', asked: at('region', '04'), expected: INVALID },
    ...names.flatMap(([name, schema]) => [
      ...wrongWords(name, schema).map(([what, value]) => ({ name: `with ${what} as ${name}`, asked: at(name, value), expected: INVALID })),
      ...(schema.type === 'array'
        ? []
        : [{ name: `with ${name} twice`, asked: at(name, given.get(name) ?? '1', true), expected: INVALID }]),
    ]),
  ];
}

function wrongWords(name: string, { type, format, enum: words, minimum, maximum, minLength, maxLength }: Schema): [string, string][] {
  if (name === 'after') return Object.entries(FORGED_PLACES);
  if (type === 'integer') {
    const bounds: [string, string][] = [
      ['zero', '0'],
      ['less than nothing', '-1'],
      ['a thousand million', '1000000000'],
      ['half a number', '1.5'],
      ['a word', 'abc'],
      ['nothing', ''],
      ['no number', 'NaN'],
    ];
    return bounds.filter(
      ([, value]) =>
        !(Number.isInteger(Number(value)) && value !== '' && Number(value) >= (minimum ?? 1) && Number(value) <= (maximum ?? 100)),
    );
  }
  if (words)
    return [
      ['an unknown word', 'nonsense'],
      ['nothing', ''],
    ];
  if (format === 'date')
    return [
      ['no date', 'yesterday'],
      ['a date that does not exist', '2026-02-30'],
      ['nothing', ''],
    ];
  if (format === 'uuid')
    return [
      ['no identifier', 'abc'],
      ['nothing', ''],
    ];
  return [
    ['a text with a zero', 'a\u0000b'],
    ...((minLength ?? 0) > 0 ? [['nothing', ''] as [string, string]] : []),
    ...(maxLength ? [['a text too long', 'a'.repeat(maxLength + 1)] as [string, string]] : []),
  ];
}

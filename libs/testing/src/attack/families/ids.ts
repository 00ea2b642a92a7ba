import { randomUUID } from 'node:crypto';
import { pathOf } from '../ask';
import { ABSENT, type Bait, type Mutation } from './mutation';

const ODD_IDS = {
  'of nobody': () => randomUUID(),
  'that is zero': () => '00000000-0000-0000-0000-000000000000',
  'that is no identifier': () => 'not-an-id',
  'that is a number': () => '1',
  'that is SQL': () => encodeURIComponent("' or 1=1; drop table app.beneficiary; --"),
  'that climbs': () => '..%2f..%2fhealth%2flive',
  'that ends early': () => `${randomUUID()}%00`,
  'with a line break': () => `${randomUUID()}%0a`,
  'in braces': () => `%7B${randomUUID()}%7D`,
  'of letters of elsewhere': () => encodeURIComponent('йцукен'),
  'that is half encoded': () => '%e0%a4%a',
  'of 10 kB': () => 'a'.repeat(10_000),
} as const;

/** Identifiers that name nothing: all of them must be answered like something that does not exist. */
export function idMutations({ operation, asked, valid, world }: Bait): Mutation[] {
  const { objects = [] } = operation.authz;
  if (objects.length === 0) return [];
  const query = asked.url.includes('?') ? asked.url.slice(asked.url.indexOf('?')) : '';
  const at = (name: string, id: string) =>
    `${pathOf(operation, name === 'id' ? { ...valid, id } : { ...valid, ids: { ...valid.ids, [name]: id } })}${query}`;
  return objects.flatMap(({ name }) => [
    ...Object.entries(ODD_IDS).map(([what, id]) => ({
      name: `with an identifier ${what}`,
      asked: { ...asked, url: at(name, id()) },
      expected: oddly(what),
    })),
    ...Object.entries(world.abroad).map(([what, id]) => ({
      name: `with the ${what} of another region`,
      asked: { ...asked, url: at(name, id) },
      expected: ABSENT,
    })),
  ]);
}

/** The router itself answers what is no address at all. */
function oddly(what: string): Mutation['expected'] {
  return what === 'that is half encoded' ? { status: [404, 422] } : ABSENT;
}

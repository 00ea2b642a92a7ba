import { randomUUID } from 'node:crypto';
import { type Asked, askedOf } from '../ask';
import { resolved, type Schema } from '../operations';
import type { Bait } from './mutation';

/** Two requests that must get the same refusal: what one may not see answers like what never existed. */
export type Pair = { readonly name: string; readonly asked: Asked; readonly absent: Asked };

/** What belongs to another region, asked for by its own people here and by ours there, beside what never existed. */
export function elsewherePairs(bait: Bait): Pair[] {
  const { operation, valid, document, world } = bait;
  const fields = uuidFields(operation.body && resolved(operation.body, document));
  if (operation.authz.open || operation.authz.account || !valid.as) return [];
  return [
    ...fromElsewhere(bait, fields),
    ...fields.filter((field) => !valid.blind?.includes(field)).flatMap((field) => borrowed(bait, field, world.abroad)),
  ];
}

/** The very same request, sent from another region. */
function fromElsewhere({ api, operation, valid, world }: Bait, fields: readonly string[]): Pair[] {
  if (valid.id === undefined && fields.every((field) => valid.blind?.includes(field))) return [];
  const nobody = { ...valid, ...(valid.id !== undefined && { id: randomUUID() }) };
  const names = fields.filter((field) => (valid.body as Record<string, unknown>)[field] !== undefined);
  const body = valid.id === undefined ? { ...valid.body, ...Object.fromEntries(names.map((name) => [name, randomUUID()])) } : valid.body;
  return (['another region', 'a third region'] as const).map((from) => {
    const as = world.sameRole[from](valid.as?.actor.role ?? 'counsellor');
    return {
      name: `from ${from}`,
      asked: askedOf(api, operation, { ...valid, as }),
      absent: askedOf(api, operation, { ...nobody, as, ...(body && { body }) }),
    };
  });
}

/** Things of another region named in the body. */
function borrowed({ api, operation, valid }: Bait, field: string, abroad: Readonly<Record<string, string>>): Pair[] {
  const naming = (id: string): Asked => askedOf(api, operation, { ...valid, body: { ...valid.body, [field]: id } });
  return Object.entries(abroad).map(([what, id]) => ({
    name: `with the ${what} of another region as ${field}`,
    asked: naming(id),
    absent: naming(randomUUID()),
  }));
}

/** Fields of the body that name something, given or not. */
function uuidFields(schema: Schema | undefined): string[] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, { format }]) => (format === 'uuid' ? [name] : []));
}

import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A commune of the official geographical code; coordinates are not part of it. */
export type Commune = { readonly code: string; readonly name: string; readonly postcode: string; readonly departement: string };

type Entry = { code: string; nom: string; type: string; region?: string; departement?: string; codesPostaux?: string[] };

/** The communes of a region. Source: Etalab, découpage administratif (INSEE, La Poste; Licence Ouverte). */
export function communesOf(region: string): readonly Commune[] {
  const load = createRequire(join(process.cwd(), 'package.json'));
  const entries = load('@etalab/decoupage-administratif/data/communes.json') as Entry[];
  return entries
    .filter((entry) => entry.region === region && entry.type === 'commune-actuelle')
    .map((entry) => ({ code: entry.code, name: entry.nom, postcode: entry.codesPostaux?.[0] ?? '', departement: entry.departement ?? '' }));
}

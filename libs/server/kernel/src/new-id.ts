import { v5, v7 } from 'uuid';
import type { Id } from '@relais/domain';

/** A new identifier: UUID version 7 (RFC 9562), so that rows of one moment stand together in their indexes. */
export function newId(): Id {
  return v7();
}

/** Space of the names of {@link namedId}. */
const NAMES = '6f2f7a0e-3c1b-5d7a-9e0c-2f6b8a4d1c35';

/** The identifier of a name: the same name gives the same one (RFC 9562, version 5), so that what has happened once is known again. */
export function namedId(name: string): Id {
  return v5(name, NAMES);
}

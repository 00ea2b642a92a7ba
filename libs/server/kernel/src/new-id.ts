import { v7 } from 'uuid';
import type { Id } from '@relais/domain';

/** A new identifier: UUID version 7 (RFC 9562), so that rows of one moment stand together in their indexes. */
export function newId(): Id {
  return v7();
}

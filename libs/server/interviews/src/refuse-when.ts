import type { Refusal } from '@relais/domain';
import { orRefuse } from '@relais/server/kernel';

/** Says the no that a rule found, if it found one. */
export function refuseWhen(refusal: Refusal | undefined): void {
  if (refusal) orRefuse(refusal);
}

import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

const FRESH = 'relais:fresh-proof';

/** Minutes for which a proof of who one is holds. Source: trust.md §3, step-up. */
export const PROOF_MINUTES = 5;

/** A route that could hurt: it answers only to somebody who gave password or code within the last minutes; 403 `session.proof_needed` otherwise. */
export function FreshProof(): MethodDecorator {
  return applyDecorators(SetMetadata(FRESH, true), ApiExtension('x-fresh-proof', true));
}

/** Whether a handler's method asks for a fresh proof. */
export function asksFreshProof(method: object): boolean {
  return Reflect.getMetadata(FRESH, method) === true;
}

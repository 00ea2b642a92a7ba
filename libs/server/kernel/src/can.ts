import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Permission } from '@relais/domain';

const PERMISSION = 'relais:permission';

/** How a route is opened: by a right of the acting post, or to everyone. */
export type Opening = { readonly permission: Permission } | { readonly open: true } | { readonly account: true };

/** Names the right that a route needs. A route without `@Can`, `@AnyAccount` or `@Open` stops the start of the API. */
export function Can(permission: Permission): MethodDecorator {
  return applyDecorators(SetMetadata(PERMISSION, { permission } satisfies Opening), ApiExtension('x-authz', { permission }));
}

/** A route for whoever is signed in, with or without a post: choosing a post, signing out. */
export function AnyAccount(): MethodDecorator {
  return applyDecorators(SetMetadata(PERMISSION, { account: true } satisfies Opening), ApiExtension('x-authz', { account: true }));
}

/** A route for everyone: signing in, health. */
export function Open(): MethodDecorator {
  return applyDecorators(SetMetadata(PERMISSION, { open: true } satisfies Opening), ApiExtension('x-authz', { open: true }));
}

/** What was declared on a route's method, if anything. */
export function openingOf(method: object): Opening | undefined {
  return Reflect.getMetadata(PERMISSION, method) as Opening | undefined;
}

import { METHOD_METADATA } from '@nestjs/common/constants';
import type { ModulesContainer } from '@nestjs/core';
import { openingOf } from './can';

/** Stops the start when a route says neither who may call it nor that everyone may. Deny by default: house.md §9, trust.md §3. */
export function everyRouteSaysWhoMay(modules: ModulesContainer): void {
  const silent: string[] = [];
  for (const module of modules.values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      for (const name of Object.getOwnPropertyNames(metatype.prototype)) {
        const method: unknown = Object.getOwnPropertyDescriptor(metatype.prototype, name)?.value;
        if (typeof method !== 'function' || Reflect.getMetadata(METHOD_METADATA, method) === undefined) continue;
        if (!openingOf(method)) silent.push(`${metatype.name}.${name}`);
      }
    }
  }
  if (silent.length > 0) throw new Error(`These routes do not say who may call them (@Can): ${silent.join(', ')}`);
}

import type { OpenAPIObject } from '@nestjs/swagger';

const VERBS = ['get', 'post', 'put', 'patch', 'delete'] as const;

type Operation = {
  readonly operationId?: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema?: { readonly format?: string } }[];
  'x-authz'?: object;
};

/**
 * Completes `x-authz` of every operation: beside who may call it (`@Can`, `@AnyAccount`, `@Open`), which object each identifier of its
 * path names, and where it stands. The object is the plural before the identifier: `/api/link-requests/{id}` is about a `link-request`.
 * Stops the start when an operation says neither, or when an identifier behind a right was not declared with `@OfId`. Source: trust.md §3.
 */
export function declareAuthz(document: OpenAPIObject): void {
  const silent: string[] = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const verb of VERBS) {
      const operation = item[verb] as Operation | undefined;
      if (!operation) continue;
      const objects = objectsOf(path);
      const ids = (operation.parameters ?? []).filter((one) => one.in === 'path' && one.schema?.format === 'uuid').map(({ name }) => name);
      const open = operation['x-authz'] && 'open' in operation['x-authz'];
      if (!operation['x-authz'] || (!open && objects.some(({ name }) => !ids.includes(name)))) silent.push(`${verb.toUpperCase()} ${path}`);
      else operation['x-authz'] = { ...operation['x-authz'], ...(objects.length > 0 && { objects }) };
    }
  }
  if (silent.length > 0)
    throw new Error(`These operations do not say who may call them (@Can) or what their identifier names (@OfId): ${silent.join(', ')}`);
}

function objectsOf(path: string): { readonly object: string; readonly in: 'path'; readonly name: string }[] {
  return [...path.matchAll(/\/([a-z-]+)\/\{(\w+)\}/g)].map(([, plural = '', name = '']) => ({
    object: singular(plural),
    in: 'path',
    name,
  }));
}

function singular(plural: string): string {
  return plural.replace(/ies$/, 'y').replace(/s$/, '');
}

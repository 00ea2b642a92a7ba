import type { FastifyInstance } from 'fastify';
import { refuse } from './problems';

/** Letters of one part of an address; identifiers have 36. */
const LONGEST_PART = 100;

const NOWHERE = '/api/nowhere';

/** Levels of objects and lists in a body; reading a deeper one would exhaust the stack. */
const DEEPEST = 20;

/** An address that can't be read leads nowhere, like any other that does not exist: the same 404, the same line in the log. */
export function rewriteUrl({ url = '/' }: { readonly url?: string | undefined }): string {
  const path = url.split('?')[0] ?? '';
  try {
    return decodeURIComponent(path)
      .split('/')
      .some((part) => part.length > LONGEST_PART)
      ? NOWHERE
      : url;
  } catch {
    return NOWHERE;
  }
}

/** Bodies are JSON alone (a form or a plain text is what a foreign page sends without asking), and none is deeper than any message. */
export function takeOnlyJson(server: FastifyInstance): void {
  server.removeContentTypeParser('text/plain');
  server.addHook('preValidation', async ({ body }) => {
    if (isDeeper(body, DEEPEST)) refuse('request.invalid', { pointer: '' });
  });
}

function isDeeper(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels && level.length > 0; depth++)
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  return level.length > 0;
}

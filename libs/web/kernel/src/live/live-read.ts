import { httpResource, type HttpResourceRef, type HttpResourceRequest } from '@angular/common/http';
import { effect, untracked } from '@angular/core';

/**
 * Reads an address, and reads it again in its place each time `changes` grows: what stands on the screen stays, with whatever somebody
 * types there, until the new answer comes. A change heard while an answer is on its way is read after it.
 */
export function liveRead<T>(
  address: () => string | HttpResourceRequest | undefined,
  changes: () => number,
): HttpResourceRef<T | undefined> {
  const read = httpResource<T>(() => {
    const at = address();
    return typeof at === 'string' ? { url: at } : at;
  });
  let seen: { readonly at: string; readonly changes: number } | undefined;
  effect(() => {
    const now = { at: JSON.stringify(address() ?? null), changes: changes() };
    const asked = seen?.at !== now.at;
    if (asked || (seen?.changes !== now.changes && !read.isLoading())) seen = now;
    else return;
    if (!asked) untracked(() => read.reload());
  });
  return read;
}

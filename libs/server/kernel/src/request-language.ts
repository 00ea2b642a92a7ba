import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from './sentences';

const language = new AsyncLocalStorage<Language>();

/** Language of the reader of the request under way; French outside a request. */
export function readersLanguage(): Language {
  return language.getStore() ?? 'fr';
}

/** Runs a request in its reader's language. */
export function inLanguage<T>(of: Language, body: () => T): T {
  return language.run(of, body);
}

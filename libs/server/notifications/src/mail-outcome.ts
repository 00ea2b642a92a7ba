/** What became of a letter: accepted, refused for good, to be tried again, or handed over without a heard answer. Reasons are codes. */
export type Outcome =
  | { readonly did: 'delivered' }
  | { readonly did: 'again'; readonly reason: string; readonly atOnce?: boolean }
  | { readonly did: 'bounced' | 'unknown'; readonly reason: string };

/** Failures before anything was said of the letter. */
const NEVER_LEFT = ['EDNS', 'EAUTH', 'ETLS', 'ENOAUTH', 'EOAUTH2', 'EPROXY'];

type Failure = { readonly code?: string; readonly responseCode?: number; readonly syscall?: string; readonly command?: string };

/**
 * What an error of the mail library says: a refusal of the address or of the text (5xx) is a bounce, one that asks to wait (4xx) is tried
 * again, as is a server that could not be reached. Anything else may have left: people decide.
 */
export function outcomeOf(error: unknown): Outcome {
  const { code = 'error', responseCode = 0, syscall, command } = error as Failure;
  const reason = responseCode > 0 ? `smtp ${responseCode}` : code.toLowerCase();
  if (NEVER_LEFT.includes(code) || syscall === 'connect' || syscall === 'getaddrinfo') return { did: 'again', reason };
  if (responseCode >= 400 && responseCode < 500) return { did: 'again', reason };
  if (responseCode >= 500) return { did: command === 'CONN' || command?.startsWith('AUTH') ? 'again' : 'bounced', reason };
  return { did: 'unknown', reason };
}

/** Searches that one user may begin in a minute. Source: trust.md §1.8. */
export const SEARCHES_A_MINUTE = 30;
/** Requests of one user in a second, typing included. */
export const REQUESTS_A_SECOND = 10;
/** Typing that goes on within this time is the same search. Milliseconds. */
export const GOES_ON_WITHIN = 15_000;

const MINUTE = 60_000;
const SECOND = 1_000;

/** The shape of one typed field, without the text: how long it was, and a mark that the same text gives again. */
export type TypedMark = readonly [length: number, mark: string];

/** What is kept of a user's searches. Times in milliseconds since 1970; no text. */
export type SearchPace = {
  /** Beginnings of searches of the last minute. */
  readonly begun: readonly number[];
  /** Requests of the last second. */
  readonly requests: readonly number[];
  /** The latest: which box, what was typed, when. */
  readonly latest?: { readonly box: string; readonly typed: readonly TypedMark[]; readonly at: number };
};

/** What a request is: how it changes what is kept and whether it begins a search; or how long to wait, in whole seconds. */
export type Paced = { readonly pace: SearchPace; readonly begins: boolean } | { readonly waitSeconds: number };

/**
 * Paces one request: `texts` are the fields of a box as typed so far, `markOf` gives a text its mark. Each field must hold what it held
 * before, and may hold more, for the search to go on; otherwise another one begins.
 */
export function paced(
  kept: SearchPace,
  box: string,
  texts: readonly string[],
  now: number,
  markOf: (field: number, text: string) => string,
): Paced {
  const requests = kept.requests.filter((at) => at > now - SECOND);
  const begun = kept.begun.filter((at) => at > now - MINUTE);
  const begins = !goesOn(kept, box, texts, now, markOf);
  const free = Math.max(freeAt(requests, REQUESTS_A_SECOND, SECOND), begins ? freeAt(begun, SEARCHES_A_MINUTE, MINUTE) : 0);
  if (free > now) return { waitSeconds: Math.ceil((free - now) / SECOND) };
  const typed = texts.map((text, field): TypedMark => [text.length, markOf(field, text)]);
  return { pace: { begun: begins ? [...begun, now] : begun, requests: [...requests, now], latest: { box, typed, at: now } }, begins };
}

/** When the next one is free: at once, or as the oldest that counts leaves the window. */
function freeAt(times: readonly number[], most: number, window: number): number {
  const oldest = times.length < most ? undefined : times[times.length - most];
  return oldest === undefined ? 0 : oldest + window;
}

function goesOn(
  { latest }: SearchPace,
  box: string,
  texts: readonly string[],
  now: number,
  markOf: (field: number, text: string) => string,
): boolean {
  if (!latest || latest.box !== box || now - latest.at > GOES_ON_WITHIN || latest.typed.length !== texts.length) return false;
  return latest.typed.every(([length, mark], field) => {
    const text = texts[field] ?? '';
    return text.length >= length && markOf(field, text.slice(0, length)) === mark;
  });
}

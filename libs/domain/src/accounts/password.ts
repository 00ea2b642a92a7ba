/**
 * Fewest characters of a password: long rather than strange, so that a sentence is welcome. Source: trust.md §3, docs/adr/0025.
 */
export const PASSWORD_SHORTEST = 12;

/** Most characters of a password that is looked at. */
export const PASSWORD_LONGEST = 256;

/** What differs between the file and what the colleague types. */
export type VariantKind =
  | 'accents'
  | 'hyphens'
  | 'swapped'
  | 'typing'
  | 'date'
  | 'name_of_use'
  | 'compound'
  | 'particle'
  | 'phonetic'
  | 'breton'
  | 'north_african'
  | 'west_african'
  | 'asian'
  | 'overseas'
  | 'european';

/** A person as a file holds them. Birth date `YYYY-MM-DD`, phone in national form. */
export type FiledPerson = {
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: string;
  readonly birthName?: string;
  readonly nameOfUse?: string;
  readonly phone?: string;
  readonly email?: string;
};

/** What a colleague has typed in the creation form so far. */
export type TypedPerson = {
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate?: string;
  readonly phone?: string;
  readonly email?: string;
};

/** Why someone is easily taken for the person. */
export type Likeness = 'sibling' | 'twin' | 'parent' | 'couple' | 'homonym' | 'sounds_alike' | 'keyboard' | 'same_day' | 'shared_name';

/**
 * Somebody else who looks alike. `hidden`: must not be offered. `below`: may be offered (only a human can tell), but never above the
 * person sought.
 */
export type NearMiss = { readonly likeness: Likeness; readonly expected: 'hidden' | 'below'; readonly person: FiledPerson };

/** One line of the list. */
export type NameVariant = {
  readonly kind: VariantKind;
  readonly filed: FiledPerson;
  readonly typed: TypedPerson;
  readonly others: readonly NearMiss[];
};

type Contact = { readonly phone?: string; readonly email?: string; readonly birthName?: string; readonly nameOfUse?: string };

/** A person in a file. */
export function filed(familyName: string, givenName: string, birthDate: string, more: Contact = {}): FiledPerson {
  return { familyName, givenName, birthDate, ...more };
}

/** What was typed; without a birth date when it is not yet known. */
export function typed(familyName: string, givenName: string, birthDate?: string, more: Pick<Contact, 'phone' | 'email'> = {}): TypedPerson {
  return { familyName, givenName, ...(birthDate === undefined ? {} : { birthDate }), ...more };
}

/** Somebody else who must not be offered. */
export function hidden(likeness: Likeness, familyName: string, givenName: string, birthDate: string, more: Contact = {}): NearMiss {
  return { likeness, expected: 'hidden', person: filed(familyName, givenName, birthDate, more) };
}

/** Somebody else who may be offered, below the person sought. */
export function below(likeness: Likeness, familyName: string, givenName: string, birthDate: string, more: Contact = {}): NearMiss {
  return { likeness, expected: 'below', person: filed(familyName, givenName, birthDate, more) };
}

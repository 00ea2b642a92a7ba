const WRITTEN = /^(?:\+|00)?[\d][\d .()/-]*$/;
/** Country codes of numbers written `0…` inside France: mainland, Réunion–Mayotte, Guadeloupe, Guyane, Martinique. */
const FRENCH = /^(?:\+|00)(?:33|262|590|594|596)(?:0)?(\d{9})$/;

/**
 * A phone number in the one form that is sealed and looked up: `0612345678` for French numbers however written, `+352…` for others.
 * Undefined when the text is no phone number (8–15 digits).
 */
export function normalPhone(text: string): string | undefined {
  const typed = text.trim();
  if (!WRITTEN.test(typed)) return undefined;
  const plain = typed.replace(/\(0\)/, '').replace(/[^\d+]/g, '');
  const french = FRENCH.exec(plain);
  if (french) return `0${french[1]}`;
  if (/^0[1-9]\d{8}$/.test(plain)) return plain;
  const foreign = plain.replace(/^00/, '+');
  return /^\+\d{8,15}$/.test(foreign) ? foreign : undefined;
}

/** An e-mail address in the one form that is sealed and looked up: trimmed, lower case. Undefined when it is none. */
export function normalEmail(text: string): string | undefined {
  const typed = text.trim().toLowerCase();
  return typed.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(typed) ? typed : undefined;
}

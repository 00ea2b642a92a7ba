import type { Dice } from '../random';

/** What the words of a template stand for: `{P}` is looked up here, sometimes made on the spot. */
export type Slots = Readonly<Record<string, string | ((argument: string) => string)>>;

type Part = string | { readonly slot: string } | { readonly either: readonly (readonly Part[])[] };

/** Put before « le » and « la » that are pronouns, so that « de le rappeler » stays as it is. Removed at the end. */
export const PRONOUN = '\u2060';

const NUMBERS = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];
const known = new Map<string, readonly Part[]>();

/**
 * Says a template: `[a|b]` is one of the alternatives, `{motivé/motivée}` agrees with the person, `{2..5}` is a number in
 * words, `{slot}` and `{slot:argument}` come from the slots. An unknown slot throws: a hole in a note is a fault.
 */
export function say(template: string, slots: Slots, woman: boolean, dice: Dice): string {
  let parts = known.get(template);
  if (!parts) known.set(template, (parts = parse(template)));
  return tidy(told(parts, slots, woman, dice));
}

function told(parts: readonly Part[], slots: Slots, woman: boolean, dice: Dice): string {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else if ('either' in part) text += told(dice.pick(part.either), slots, woman, dice);
    else text += filled(part.slot, slots, woman, dice);
  }
  return text;
}

function filled(slot: string, slots: Slots, woman: boolean, dice: Dice): string {
  const range = /^(\d+)\.\.(\d+)$/.exec(slot);
  if (range) {
    const number = dice.int(Number(range[1]), Number(range[2]));
    return NUMBERS[number] ?? String(number);
  }
  if (slot.includes('/')) return slot.split('/')[woman ? 1 : 0] ?? '';
  const [name = '', argument = ''] = slot.split(':');
  const value = slots[name];
  if (value === undefined) throw new RangeError(`nothing fills {${slot}}`);
  return typeof value === 'function' ? value(argument) : value;
}

function parse(template: string): readonly Part[] {
  let at = 0;
  const sequence = (inside: boolean): Part[] => {
    const parts: Part[] = [];
    let text = '';
    const flush = (): void => {
      if (text) parts.push(text);
      text = '';
    };
    while (at < template.length) {
      const sign = template[at] as string;
      if (inside && (sign === '|' || sign === ']')) break;
      at++;
      if (sign === '{') {
        const end = template.indexOf('}', at);
        flush();
        parts.push({ slot: template.slice(at, end) });
        at = end + 1;
      } else if (sign === '[' && !template.startsWith(' ]', at)) {
        flush();
        const either: Part[][] = [];
        do either.push(sequence(true));
        while (template[at++] === '|');
        parts.push({ either });
      } else text += sign;
    }
    flush();
    return parts;
  };
  return sequence(false);
}

/** Puts right what joining leaves behind: double spaces, a space before a full stop, « de le », « à le ». */
function tidy(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ([.,])/g, '$1')
    .replace(/\b([Dd])e le (?=\p{L})/gu, '$1u ')
    .replace(/\b([Dd])e les (?=\p{L})/gu, '$1es ')
    .replace(/(^|[ (])à le (?=\p{L})/gu, '$1au ')
    .replace(/(^|[ (])à les (?=\p{L})/gu, '$1aux ')
    .replace(/\b([Dd])e (?=[aeiouéèêâîôœAEIOUÉÈÊÎ])/gu, "$1'")
    .replaceAll(PRONOUN, '')
    .replaceAll("'", '’')
    .replace(/\b([Qq]u)e (?=(?:il|elle|on|ils|elles|un|une|à)\b)/gu, "$1'")
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** « de » before a word, elided before a vowel: « d'Auray », « de Brest ». */
export function ofWord(word: string): string {
  return /^[aeiouyéèêâîôhAEIOUÉÈÊÎHÂ]/.test(word) && !/^(hon|Hau|hau|yaou)/.test(word) ? `d'${word}` : `de ${word}`;
}

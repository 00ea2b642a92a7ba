import type { Instant } from '@relais/domain';
import type { Dice } from './random';

/** A UUID version 7 whose moment is `at` and whose other bits come from the dice: the same demo has the same ids. */
export function idAt(at: Instant, dice: Dice): string {
  const time = Date.parse(at).toString(16).padStart(12, '0');
  const word = (digits: number): string =>
    Math.floor(dice.next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const variant = (8 + dice.int(0, 3)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${word(3)}-${variant}${word(3)}-${word(6)}${word(6)}`;
}

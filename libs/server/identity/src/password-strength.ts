import { Injectable } from '@nestjs/common';
import { folded, REGION_CODES, type RegionCode, regionOf } from '@relais/domain';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Fewest guesses that a password must withstand: ten thousand million. With delays after five failures nobody gets there. Source: trust.md §3. */
const GUESSES = 1e10;

/** Letters that are looked at: time grows faster than their number, and a password that begins well is good. */
const LOOKED_AT = 40;

/** Words that anybody tries here, beside those of the person: the service, the operators, the regions. */
const OURS = [
  'relais',
  'missionlocale',
  'orientation',
  'conseiller',
  'conseillere',
  'francetravail',
  ...REGION_CODES.flatMap(wordsOfRegion),
];

/** Says whether a password would be guessed: known from breaches, a keyboard walk, a date, a French word or name, or made of what is known of its owner. */
@Injectable()
export class PasswordStrength {
  private reckoner: Promise<ZxcvbnFactory> | undefined;

  async isWeak(password: string, about: readonly string[]): Promise<boolean> {
    this.reckoner ??= reckonerWithWords();
    const reckoner = await this.reckoner;
    const words = about.flatMap((text) => wordsOf(text.replace(/@.*$/u, '')));
    return reckoner.check(password.slice(0, LOOKED_AT), [...OURS, ...words]).guesses < GUESSES;
  }
}

/** A text as a whole and its words, without those of one or two letters. */
function wordsOf(text: string): string[] {
  const plain = text.toLowerCase();
  return [plain, ...plain.split(/[^\p{L}\p{N}]+/u)].filter((word) => word.length > 2);
}

function wordsOfRegion(code: RegionCode): string[] {
  return wordsOf(folded(regionOf(code).name));
}

/** The words take 40 MiB: they are read when somebody first chooses a password. */
async function reckonerWithWords(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, french] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-fr'),
  ]);
  const dictionary = { ...common.dictionary, ...french.dictionary };
  return new ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs, l33tMaxSubstitutions: 1, maxLength: LOOKED_AT });
}

import type { Dice } from '../random';
import { FAMILY_BY_ORIGIN, ORIGINS } from './family';
import { GIVEN_FRENCH } from './given-french';
import { GIVEN_BY_ORIGIN, type Origin } from './given-origins';
import type { DemoRegion } from '../demo-region';

/** A name drawn for one person. */
export type DrawnName = { readonly givenName: string; readonly familyName: string; readonly origin: Origin; readonly woman: boolean };

const lists = new Map<string, readonly string[]>();

/** A list of names written as one text; an underscore stands for a space inside a name. */
function list(text: string): readonly string[] {
  let names = lists.get(text);
  if (!names) lists.set(text, (names = text.split(' ').map((name) => name.replaceAll('_', ' '))));
  return names;
}

/** Names at the head of a list are drawn more often, as in a telephone directory. */
function common(text: string, dice: Dice): string {
  const names = list(text);
  return names[Math.floor(names.length * dice.next() ** 1.6)] ?? '';
}

/** A name as one meets it in a region, for somebody born in a year. */
export function drawName(region: DemoRegion, birthYear: number, woman: boolean, dice: Dice): DrawnName {
  const origin = dice.choose(ORIGINS[region] as Record<Origin, number>);
  return { givenName: givenName(origin, birthYear, woman, dice), familyName: familyName(origin, dice), origin, woman };
}

/** A given name for an origin and a year; many families of Bretagne and elsewhere choose French names. */
export function givenName(origin: Origin, birthYear: number, woman: boolean, dice: Dice): string {
  const side = woman ? 'women' : 'men';
  const own = { french: 0, breton: 0.42, reunion: 0.75, tamil: 0.55, chinese: 0.6, asian: 0.65, portuguese: 0.6, central_african: 0.8 };
  const share = origin in own ? own[origin as keyof typeof own] : 0.93;
  if (origin === 'french' || !dice.chance(share)) {
    const decade = Math.min(2010, Math.max(1960, Math.floor(birthYear / 10) * 10));
    return dice.pick(list(GIVEN_FRENCH[side][decade] ?? ''));
  }
  const name = dice.pick(list(GIVEN_BY_ORIGIN[origin][side]));
  const dated = birthYear > 1985 && /^(Marie|Jean)-|^(Ginette|Josiane|Expédit)$/.test(name);
  return dated ? dice.pick(list(GIVEN_FRENCH[side][birthYear >= 2000 ? 2000 : 1990] ?? '')) : name;
}

/** A family name of an origin. */
export function familyName(origin: Origin, dice: Dice): string {
  return common(FAMILY_BY_ORIGIN[origin], dice);
}

/** A name as the left part of an address: no accents, no spaces. */
export function addressWord(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ı/g, 'i')
    .toLowerCase()
    .replace(/[^a-z-]/g, '');
}

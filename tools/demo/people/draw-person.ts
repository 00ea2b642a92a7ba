import { ageOn, plusDays, type CivilDate } from '@relais/domain';
import { madeFamilyName } from '../names/made-names';
import { addressWord, drawName, familyName, givenName } from '../names/draw-name';
import type { Public } from '../operators/plan';
import type { Place } from '../places/place';
import type { Dice } from '../random';
import type { Stage } from '../story/profile';
import { TRADES } from '../story/trades';
import { JOBS, levelOf, PARENTS, STREETS, TONGUES } from './details';
import type { Person, Representative } from './person';
import { DEMO_REGIONS, type DemoRegion } from '../demo-region';

/** How a public is made: ages, and where people stand. */
const PUBLICS: Readonly<
  Record<Exclude<Public, 'nobody'>, { ages: readonly [number, number, number]; stages: Partial<Record<Stage, number>> }>
> = {
  youth: { ages: [16, 19, 25], stages: { school_leaver: 45, young_jobseeker: 35, dropout: 14, newcomer: 6 } },
  pupils: { ages: [15, 16, 19], stages: { pupil: 76, dropout: 24 } },
  students: { ages: [18, 19, 25], stages: { student: 1 } },
  jobseekers: { ages: [20, 29, 62], stages: { jobseeker: 78, young_jobseeker: 8, newcomer: 14 } },
  disabled: { ages: [22, 38, 61], stages: { disabled: 1 } },
  employees: { ages: [25, 34, 60], stages: { employee: 1 } },
  women: { ages: [21, 33, 58], stages: { returner: 62, jobseeker: 28, newcomer: 10 } },
  crafts: { ages: [16, 18, 42], stages: { school_leaver: 60, young_jobseeker: 15, dropout: 10, jobseeker: 15 } },
  everyone: { ages: [16, 22, 60], stages: { young_jobseeker: 1 } },
};

/** A person of a public, who lives at `place`. `today` decides the age. */
export function drawPerson(region: DemoRegion, publicOf: Public, place: Place, today: CivilDate, dice: Dice, crowd = false): Person {
  const kind = PUBLICS[publicOf === 'nobody' ? 'everyone' : publicOf];
  const [youngest, usual, oldest] = kind.ages;
  const wished = dice.chance(0.55) ? dice.int(youngest, usual + 2) : usual + Math.floor((oldest - usual + 1) * dice.next() ** 1.5);
  const birthDate = plusDays(today, -Math.floor(Math.min(wished, oldest) * 365.25) - dice.int(1, 360));
  const age = ageOn(birthDate, today);
  const woman = publicOf === 'women' || dice.chance(0.51);
  let name = drawName(region, Number(birthDate.slice(0, 4)), woman, dice);
  if (crowd && dice.chance(0.55)) name = { ...name, familyName: madeFamilyName(dice) };
  const asked = dice.choose(kind.stages as Record<Stage, number>);
  const stage =
    asked === 'young_jobseeker' && age > 27
      ? 'jobseeker'
      : asked === 'dropout' && age > 19
        ? 'school_leaver'
        : asked === 'school_leaver' && age > 27
          ? 'jobseeker'
          : asked;
  const foreign = ['west_african', 'eastern', 'middle_eastern', 'central_african', 'comorian', 'malagasy'] as const;
  if (stage === 'newcomer') {
    const origin = dice.pick(region === '04' ? (['comorian', 'malagasy', 'comorian'] as const) : foreign);
    name = { origin, woman, givenName: givenName(origin, 2000, woman, dice), familyName: familyName(origin, dice) };
  }
  const trades = TRADES.filter((trade) => (trade.only ?? [region]).includes(region) && (age < 30 || !trade.young));
  const trade = dice.pick(trades);
  const tongue = stage === 'newcomer' ? dice.pick(TONGUES[name.origin] ?? TONGUES.other) : { code: 'fr', name: 'français' };
  const married = woman && age > 30 && dice.chance(0.35);
  const email = dice.chance(age > 50 ? 0.6 : 0.85) ? mailOf(name.givenName, name.familyName, birthDate, dice) : null;
  const phone = dice.chance(0.96) ? phoneOf(region, crowd, dice) : null;
  const minor = age < 18;
  const unsafe = dice.chance(publicOf === 'women' ? 0.09 : 0.007);
  return {
    ...name,
    region,
    place,
    birthDate,
    age,
    minor,
    stage,
    publicOf,
    trade,
    otherTrade: dice.pick(trades.filter((other) => other !== trade)),
    level: levelOf(stage, age, dice),
    job: agreed(dice.pick(JOBS), woman),
    years: dice.int(2, Math.max(3, Math.min(24, age - 20))),
    licence: age >= 18 && dice.chance(age < 22 ? 0.3 : age < 30 ? 0.5 : 0.78),
    children: age < 20 ? 0 : dice.chance(stage === 'returner' ? 0.95 : age < 26 ? 0.1 : 0.42) ? dice.int(1, 3) : 0,
    parent: minor || age < 26 ? dice.pick(PARENTS) : 'sa sœur',
    language: tongue.name,
    languageCode: tongue.code,
    interpreter: stage === 'newcomer' && dice.chance(0.35),
    birthName: married ? familyName(name.origin, dice) : null,
    nameOfUse: !married && dice.chance(0.012) ? givenName(name.origin, 2000, woman, dice) : null,
    pronoun: dice.chance(0.006) ? dice.pick(['iel', 'elle', 'il']) : null,
    phone,
    email,
    street: `${dice.int(1, 140)}${dice.chance(0.06) ? ' bis' : ''} ${dice.pick(STREETS[region])}`,
    contactPreference: unsafe ? 'none' : preference(phone, email, dice),
    contactRule: unsafe ? dice.pick(UNSAFE_RULES) : dice.chance(0.07) ? dice.pick(minor ? MINOR_RULES : SAFE_RULES) : '',
    unsafe,
    sharing: dice.chance(0.018) ? 'opposed' : dice.chance(0.58) ? 'agreed' : 'informed',
    representative: minor ? representative(region, name.familyName, name.origin, dice) : null,
  };
}

function preference(phone: string | null, email: string | null, dice: Dice): Person['contactPreference'] {
  if (phone === null) return email === null ? 'mail' : 'email';
  const wished = dice.choose({ phone: 44, sms: 38, email: 15, mail: 3 });
  return wished === 'email' && email === null ? 'sms' : wished;
}

function representative(region: DemoRegion, family: string, origin: Person['origin'], dice: Dice): Representative {
  const relation = dice.choose({ mother: 58, father: 30, guardian: 8, institution: 4 });
  const woman = relation === 'mother' || (relation !== 'father' && dice.chance(0.5));
  const stranger = relation === 'guardian' || relation === 'institution';
  const ownName = stranger ? familyName('french', dice) : dice.chance(0.3) ? familyName(origin, dice) : family;
  return {
    relation,
    givenName: givenName(stranger ? 'french' : origin, dice.int(1970, 1986), woman, dice),
    familyName: ownName,
    phone: phoneOf(region, false, dice),
  };
}

/**
 * Numbers that the regulator keeps for fiction: nobody is ever called by the demo. Source: Arcep, décision 2018-0881. A crowd needs
 * more of them than there are, and takes a prefix that is not in use.
 */
function phoneOf(region: DemoRegion, crowd: boolean, dice: Dice): string {
  const digits = (count: number): string => String(dice.int(0, 10 ** count - 1)).padStart(count, '0');
  if (crowd) return `070${DEMO_REGIONS.indexOf(region)}${digits(6)}`;
  return dice.chance(0.9) ? `063998${digits(4)}` : `${region === '84' ? '046571' : '026191'}${digits(4)}`;
}

function mailOf(given: string, family: string, birthDate: CivilDate, dice: Dice): string {
  const [first, last] = [addressWord(given), addressWord(family)];
  const tail = dice.pick(['', '', birthDate.slice(2, 4), birthDate.slice(0, 4), String(dice.int(1, 99)), birthDate.slice(8)]);
  const left = dice.pick([
    `${first}.${last}`,
    `${first}${last}`,
    `${last}.${first}`,
    `${first[0] ?? 'x'}.${last}`,
    `${first}_${last.slice(0, 3)}`,
  ]);
  return `${left}${tail}@courriel.example`;
}

/** « aide-soignant/e » style: « vendeur/vendeuse ». */
function agreed(words: string, woman: boolean): string {
  const [man = '', feminine = man] = words.split('/');
  return woman ? feminine : man;
}

const UNSAFE_RULES = [
  'Ne jamais appeler ni écrire : le téléphone est lu par le conjoint. Passer par la collègue du CIDFF.',
  'Aucun message, aucun courrier au domicile. La personne reprend contact elle-même le jeudi matin.',
  'Ne pas laisser de message vocal. Ne pas nommer la structure, même à un proche.',
];
const SAFE_RULES = [
  'Appeler après 17 h seulement.',
  'Préfère les SMS, n’écoute pas son répondeur.',
  'Ne pas appeler le matin, travaille de nuit.',
  'Ne pas dire au téléphone de quelle structure il s’agit : le poste est partagé.',
  'Écrire gros et court, lecture difficile.',
  'Tutoiement souhaité.',
  'Pas d’appel sur le lieu de travail.',
];
const MINOR_RULES = [
  'Appeler le jeune d’abord, les parents ensuite.',
  'Ne pas prévenir le père, à la demande du juge.',
  'SMS au jeune pendant les cours, jamais d’appel.',
  'La mère parle peu français, passer par la grande sœur.',
];

import { plusDays, type CivilDate } from '@relais/domain';
import type { Dice } from '../random';
import { HOBBIES } from '../people/details';
import { LOCAL } from '../people/local-words';
import type { Profile } from './profile';
import { ofWord, PRONOUN, type Slots } from './say';

const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'];
const TEACHERS = ['la professeure principale', 'le professeur principal', 'la CPE', 'le professeur d’atelier'];

/** What stays the same all along one person's story: the training centre, the firm that takes them, who teaches them. */
export type Thread = {
  readonly centre: string;
  readonly firm: string;
  readonly teacher: string;
  readonly bus: string;
  readonly partner: string;
  readonly hobby: string;
  readonly home: string;
};

export function threadOf(person: Profile, partner: string, dice: Dice): Thread {
  const local = LOCAL[person.region];
  return {
    centre: dice.pick(local.centres),
    firm: dice.pick(person.trade.places),
    teacher: dice.pick(TEACHERS),
    bus: dice.pick(local.buses),
    home: dice.pick(local.homes),
    hobby: dice.pick(HOBBIES),
    partner,
  };
}

/** The words that fill the templates of one person's notes on one day. */
export function slotsFor(person: Profile, thread: Thread, day: CivilDate, dice: Dice): Slots {
  const { woman, trade, otherTrade } = person;
  const metier = woman ? trade.woman : trade.man;
  const benefit = (): string => dice.pick(LOCAL[person.region].benefits);
  const place = person.place.name;
  const names = person.minor || person.age < 27 ? [person.givenName] : [`${woman ? 'Mme' : 'M.'} ${person.familyName}`, person.givenName];
  return {
    P: () => dice.pick(names),
    prenom: person.givenName,
    il: woman ? 'elle' : 'il',
    Il: woman ? 'Elle' : 'Il',
    le: PRONOUN + (woman ? 'la' : 'le'),
    lui: woman ? 'elle' : 'lui',
    lui_dat: 'lui',
    e: woman ? 'e' : '',
    age: String(person.age),
    metier,
    Metier: capital(metier),
    de_metier: ofWord(metier),
    autre_metier: woman ? otherTrade.woman : otherTrade.man,
    secteur: trade.sector,
    diplome: trade.diploma,
    tache: () => dice.pick(trade.tasks),
    lieu: thread.firm,
    Lieu: capital(thread.firm),
    lieu_maj: capital(thread.firm),
    cfa: thread.centre,
    prof: thread.teacher,
    prof_maj: capital(thread.teacher),
    partenaire: thread.partner,
    loisir: thread.hobby,
    bus: thread.bus,
    bus_maj: capital(thread.bus),
    fjt: thread.home,
    fjt_maj: capital(thread.home),
    niveau: person.level,
    parent: person.parent,
    parent_maj: capital(person.parent),
    a_ville: place.startsWith('Le ')
      ? `au ${place.slice(3)}`
      : place.startsWith('La ')
        ? `à La ${place.slice(3)}`
        : place.startsWith('Les ')
          ? `aux ${place.slice(4)}`
          : `à ${place}`,
    poste: person.job,
    ans: String(person.years),
    langue: person.language,
    enfants: person.children <= 1 ? 'un enfant' : `${['', '', 'deux', 'trois'][person.children] ?? 'deux'} enfants`,
    deux: 'deux',
    aide: benefit,
    euros: () => `${dice.int(3, 48) * 100}`,
    euros_plancher: () => `${dice.int(13, 19) * 100}`,
    prix: () => `${dice.int(11, 62) * 100}`,
    prix_reste: () => `${dice.int(2, 12) * 100}`,
    une_semaine: () => dice.pick(['une semaine', 'deux semaines', 'quinze jours', 'cinq jours']),
    du_jour: () => `du ${dayMonth(plusDays(day, dice.int(6, 20)))}`,
    du_jour_passe: () => `du ${dayMonth(plusDays(day, -dice.int(2, 9)))}`,
    jour: () => dice.pick(WEEKDAYS),
    heure: () => `${dice.int(9, 16)} h${dice.pick(['', ' 15', ' 30', ' 45'])}`,
    mois: (shift) => MONTHS[(Number(day.slice(5, 7)) - 1 + Number(shift) + 36) % 12] ?? '',
    date: (shift) => dayMonth(plusDays(day, Number(shift) + (shift === '0' ? 0 : dice.int(0, 3)))),
  };
}

function dayMonth(day: CivilDate): string {
  const number = Number(day.slice(8));
  return `${number === 1 ? '1er' : number} ${MONTHS[Number(day.slice(5, 7)) - 1]}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

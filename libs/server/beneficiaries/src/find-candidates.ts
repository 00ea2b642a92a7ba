import { Injectable } from '@nestjs/common';
import { type Id, MOST_OFFERED, nameForms, nearBirthDates, normalEmail, normalPhone, offered, type TypedPart } from '@relais/domain';
import { Journal, Sealer, UnitOfWork } from '@relais/server/kernel';
import type { CandidatesRequest, PeopleFound } from './beneficiaries.messages';
import { SearchPacer } from './search-pacer';
import { cardOf, likelihoodOf, PeopleIndex, searchFact, type TypedForm } from './people-found';

/** Three times what is ever offered: the weighing of all evidence chooses among them. */
const MOST = 3 * MOST_OFFERED;
const FIRST_LETTERS = 3;

/** People who may be the one about to be created: from the third letter, with the reasons in words, before a double exists. */
@Injectable()
export class FindCandidates {
  constructor(
    private readonly work: UnitOfWork,
    private readonly index: PeopleIndex,
    private readonly journal: Journal,
    private readonly sealer: Sealer,
    private readonly pacer: SearchPacer,
  ) {}

  /** Whom somebody types; typing that goes on is one search. */
  async execute(typed: CandidatesRequest): Promise<PeopleFound> {
    if (tooShort(typed)) return { items: [] };
    const { familyName, givenName, birthDate = '', phone = '', email = '' } = typed;
    const begins = await this.pacer.begins('candidates', [familyName, givenName, birthDate, phone, email]);
    return this.resembling(typed, begins);
  }

  /** Doubles of a file: neither the file itself nor those told apart from it. */
  doublesOf(besides: Id, file: CandidatesRequest): Promise<PeopleFound> {
    return this.resembling(file, true, besides);
  }

  private async resembling(typed: CandidatesRequest, begins: boolean, besides?: Id): Promise<PeopleFound> {
    const { region } = this.work;
    const forms = [...formsOf(typed.familyName, 'family', 1), ...formsOf(typed.givenName, 'given', 2)];
    const names = { family: forms.some(({ part }) => part === 'family'), given: forms.some(({ part }) => part === 'given') };
    const [phone, email] = [normalPhone(typed.phone ?? ''), normalEmail(typed.email ?? '')];
    const [found] = await Promise.all([
      this.index.find({
        forms,
        allBits: (names.family ? 1 : 0) + (names.given ? 2 : 0),
        dates: typed.birthDate && [typed.birthDate, ...nearBirthDates(typed.birthDate).filter((date) => date !== typed.birthDate)],
        phoneIndex: phone && this.sealer.index(region, phone),
        emailIndex: email && this.sealer.index(region, email),
        besides,
        most: MOST,
      }),
      begins && this.journal.audit('beneficiary.candidates_read', searchFact()),
    ]);
    const cards = found.map((person) => cardOf(person, likelihoodOf(person, forms, names)));
    return { items: [...offered(cards)] };
  }
}

function tooShort({ familyName, givenName }: CandidatesRequest): boolean {
  return (familyName + givenName).trim().length < FIRST_LETTERS;
}

/** Every written form of one part of the name; each covers that part alone, but may be found in the other (names are exchanged). */
function formsOf(name: string, part: TypedPart, bits: number): TypedForm[] {
  return nameForms(name).map(({ word, of }) => ({ word, part, among: of, bits, beginning: false }));
}

import { Injectable } from '@nestjs/common';
import {
  type BirthDateAgreement,
  type CivilDate,
  type Id,
  type Likelihood,
  type NamePart,
  type TypedPart,
  weigh,
  type WordEvidence,
} from '@relais/domain';
import { newId, UnitOfWork } from '@relais/server/kernel';
import type { PersonCard } from './beneficiaries.messages';

/** One written form of what was typed, as the search function takes it. */
export type TypedForm = { word: string; part: TypedPart | 'any'; among: number; bits: number; beginning: boolean };

/** What is looked for. */
export type Sought = {
  readonly forms: readonly TypedForm[];
  readonly allBits: number;
  readonly dates?: readonly CivilDate[] | undefined;
  readonly bornFrom?: CivilDate | undefined;
  readonly bornTo?: CivilDate | undefined;
  readonly phoneIndex?: string | undefined;
  readonly emailIndex?: string | undefined;
  readonly fileNumber?: string | undefined;
  /** A person who is not to be found again, nor those told apart from them. */
  readonly besides?: Id | undefined;
  readonly most: number;
};

/** Evidence about one person, without a name unless the file is open to the reader. */
export type Found = {
  card_id: Id;
  beneficiary_id: Id | null;
  mine: boolean;
  file_number: string | null;
  family_name: string | null;
  given_name: string | null;
  name_of_use: string | null;
  masked: string;
  birth_date: CivilDate | null;
  birth_year: number;
  date_agreement: BirthDateAgreement;
  same_phone: boolean;
  same_email: boolean;
  status: string;
  words: readonly [number, NamePart, number, number, number][] | null;
  asks: { operator: string | null; unit: string | null }[] | null;
};

const FIND = `select f.* from app.find_people($2::jsonb, $3, $4::date[], $5, $6, $7, $8, $9, $10, $11) f where $1 = sec.region()`;

/** Asks the one search function of the database; what it may tell is decided there. The search leaves its trace, not its words. */
@Injectable()
export class PeopleIndex {
  constructor(private readonly work: UnitOfWork) {}

  /** People of the region who resemble what is sought. */
  find(sought: Sought): Promise<Found[]> {
    return this.work.rows<Found>(FIND, [
      JSON.stringify(sought.forms),
      sought.allBits,
      sought.dates ?? null,
      sought.bornFrom ?? null,
      sought.bornTo ?? null,
      sought.phoneIndex ?? null,
      sought.emailIndex ?? null,
      sought.fileNumber ?? null,
      sought.besides ?? null,
      sought.most,
    ]);
  }
}

/** How much a found person looks like the one sought, and why. A form typed in one box may be either name. */
export function likelihoodOf(found: Found, forms: readonly TypedForm[], typed: { family: boolean; given: boolean }): Likelihood {
  const words: WordEvidence[] = (found.words ?? []).flatMap(([n, part, place, among, close]) => {
    const form = forms[n - 1];
    if (!form || form.part === 'any') return [];
    return [{ typed: form.word, typedPart: form.part, typedOf: form.among, part, filed: place, filedOf: among, close }];
  });
  return weigh({ words, birthDate: found.date_agreement, samePhone: found.same_phone, sameEmail: found.same_email }, typed);
}

/** The card that the reader gets. */
export function cardOf(found: Found, { score, reasons }: Likelihood): PersonCard {
  const given = found.name_of_use || found.given_name;
  return {
    cardId: found.card_id,
    id: found.beneficiary_id,
    mine: found.mine,
    name: found.mine ? `${given ?? ''} ${found.family_name ?? ''}`.trim() : found.masked,
    fileNumber: found.file_number,
    birthDate: found.birth_date,
    birthYear: found.birth_year,
    status: found.status,
    score,
    reasons: [...reasons],
    asks: found.asks ?? [],
  };
}

/** The fact of a search: that one was made, never what was typed. */
export function searchFact(): { objectType: string; objectId: Id } {
  return { objectType: 'search', objectId: newId() };
}

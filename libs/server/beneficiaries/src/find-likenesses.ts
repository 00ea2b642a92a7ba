import { Injectable } from '@nestjs/common';
import type { CivilDate, Id } from '@relais/domain';
import { Sealer, UnitOfWork } from '@relais/server/kernel';
import type { PeopleFound } from './beneficiaries.messages';
import { FindCandidates } from './find-candidates';

type Known = {
  familyName: string;
  givenName: string;
  birthDate: CivilDate;
  key: Buffer | null;
  phone: Buffer | null;
  email: Buffer | null;
};

const KNOWN = `
  select family_name as "familyName", given_name as "givenName", birth_date as "birthDate", sealed_key as key, phone_sealed as phone,
    email_sealed as email
  from app.beneficiary where region = $1 and id = $2`;

/** Files that may be the same person as this one, with the reasons; those told apart are not offered again. */
@Injectable()
export class FindLikenesses {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sealer: Sealer,
    private readonly candidates: FindCandidates,
  ) {}

  async execute(id: Id): Promise<PeopleFound> {
    const { key, phone, email, ...names } = await this.work.found<Known>(KNOWN, [id]);
    const open = (sealed: Buffer | null): string => (key && this.sealer.open(key, sealed)) ?? '';
    return this.candidates.doublesOf(id, { ...names, phone: open(phone), email: open(email) });
  }
}

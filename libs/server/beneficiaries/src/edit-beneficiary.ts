import { Injectable } from '@nestjs/common';
import { type Id, normalEmail, normalPhone, whyNotFile } from '@relais/domain';
import { Clock, Journal, RefusalProblem, refuse, Sealer, UnitOfWork } from '@relais/server/kernel';
import type { EditBeneficiaryRequest } from './beneficiaries.messages';
import type { BeneficiaryView } from './beneficiary-views.messages';
import { ShowBeneficiary } from './show-beneficiary';

const PLAIN: Partial<Record<keyof EditBeneficiaryRequest, string>> = {
  familyName: 'family_name',
  givenName: 'given_name',
  birthName: 'birth_name',
  nameOfUse: 'name_of_use',
  pronoun: 'pronoun',
  birthDate: 'birth_date',
  communeCode: 'commune_code',
  interpreter: 'interpreter',
  contactPreference: 'contact_preference',
  contactRule: 'contact_rule',
  unsafeToContact: 'unsafe_to_contact',
};

/** Corrects a file; 412 when somebody else changed it meanwhile. */
@Injectable()
export class EditBeneficiary {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly show: ShowBeneficiary,
  ) {}

  async execute(id: Id, patch: EditBeneficiaryRequest, version: number): Promise<BeneficiaryView> {
    const { region } = this.work;
    const file = await this.work.found<{
      version: number;
      sealed_key: Buffer | null;
      familyName: string;
      givenName: string;
      birthDate: string;
    }>(
      `select version, sealed_key, family_name as "familyName", given_name as "givenName", birth_date as "birthDate"
         from app.beneficiary where region = $1 and id = $2 for update`,
      [id],
    );
    if (file.version !== version) refuse('request.version_stale');
    const no = whyNotFile({ ...file, ...patch }, this.clock.today(region));
    if (no) throw new RefusalProblem(no);
    const key = file.sealed_key ?? this.sealer.newKey();
    const columns: Record<string, unknown> = { sealed_key: key, updated_at: this.clock.now() };
    for (const [field, column] of Object.entries(PLAIN)) {
      const value = patch[field as keyof EditBeneficiaryRequest];
      if (value !== undefined) columns[column] = value;
    }
    if (patch.phone !== undefined) Object.assign(columns, this.sealed('phone', key, patch.phone, normalPhone));
    if (patch.email !== undefined) Object.assign(columns, this.sealed('email', key, patch.email, normalEmail));
    if (patch.street !== undefined) columns['street_sealed'] = this.sealer.seal(key, patch.street);
    const names = Object.keys(columns);
    await this.work.rows(
      `update app.beneficiary set ${names.map((name, at) => `${name} = $${at + 3}`).join(', ')}, version = version + 1 where region = $1 and id = $2`,
      [id, ...Object.values(columns)],
    );
    await this.journal.record('beneficiary.edited', { objectType: 'beneficiary', objectId: id, beneficiaryId: id });
    return this.show.read(id);
  }

  private sealed(
    name: 'phone' | 'email',
    key: Buffer,
    text: string | null,
    normal: (text: string) => string | undefined,
  ): Record<string, unknown> {
    if (text === null) return { [`${name}_sealed`]: null, [`${name}_index`]: null };
    const plain = normal(text) ?? refuse('request.invalid', { pointer: `/${name}` });
    return { [`${name}_sealed`]: this.sealer.seal(key, plain), [`${name}_index`]: this.sealer.index(this.work.region, plain) };
  }
}

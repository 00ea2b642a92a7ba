import { Injectable } from '@nestjs/common';
import { type Id, normalPhone } from '@relais/domain';
import { Clock, Journal, newId, refuse, Sealer, UnitOfWork } from '@relais/server/kernel';
import type { BeneficiaryView } from './beneficiary-views.messages';
import type { RepresentativeRequest } from './links.messages';
import { ShowBeneficiary } from './show-beneficiary';

/** Names a legal representative of a minor (or the guardian of an adult); a minor often has two. */
@Injectable()
export class NameRepresentative {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly show: ShowBeneficiary,
  ) {}

  async execute(beneficiaryId: Id, named: RepresentativeRequest): Promise<BeneficiaryView> {
    const file = await this.work.found<{ sealed_key: Buffer | null }>(
      'select sealed_key from app.beneficiary where region = $1 and id = $2 for update',
      [beneficiaryId],
    );
    const phone = named.phone === undefined ? null : (normalPhone(named.phone) ?? refuse('request.invalid', { pointer: '/phone' }));
    const key = file.sealed_key ?? this.sealer.newKey();
    const [id, now] = [newId(), this.clock.now()];
    await this.work.rows(
      'update app.beneficiary set sealed_key = $3, updated_at = $4, version = version + 1 where region = $1 and id = $2',
      [beneficiaryId, key, now],
    );
    await this.work.rows(
      `insert into app.legal_representative (region, id, beneficiary_id, given_name, family_name, relation, phone_sealed, parental_authority,
         created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
      [
        id,
        beneficiaryId,
        named.givenName,
        named.familyName,
        named.relation,
        phone && this.sealer.seal(key, phone),
        named.parentalAuthority,
        now,
      ],
    );
    await this.journal.record('beneficiary.representative_named', { objectType: 'legal_representative', objectId: id, beneficiaryId });
    return this.show.read(beneficiaryId);
  }
}

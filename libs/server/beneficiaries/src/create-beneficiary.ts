import { Injectable } from '@nestjs/common';
import { normalEmail, normalPhone, whyNotFile } from '@relais/domain';
import { Clock, Journal, newId, RefusalProblem, refuse, Sealer, UnitOfWork } from '@relais/server/kernel';
import type { CreateBeneficiaryRequest } from './beneficiaries.messages';
import type { BeneficiaryView } from './beneficiary-views.messages';
import { TellApart } from './tell-apart';
import { ShowBeneficiary } from './show-beneficiary';

/** Opens a file: the acting post leads it and its unit accompanies the person, from this instant and in this transaction. */
@Injectable()
export class CreateBeneficiary {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly show: ShowBeneficiary,
    private readonly apart: TellApart,
  ) {}

  async execute(person: CreateBeneficiaryRequest): Promise<BeneficiaryView> {
    const { actor, region } = this.work;
    const today = this.clock.today(region);
    const no = whyNotFile(person, today);
    if (no) throw new RefusalProblem(no);
    const phone = person.phone === undefined ? undefined : (normalPhone(person.phone) ?? refuse('request.invalid', { pointer: '/phone' }));
    const email = person.email === undefined ? undefined : (normalEmail(person.email) ?? refuse('request.invalid', { pointer: '/email' }));
    const [id, now, key] = [newId(), this.clock.now(), this.sealer.newKey()];
    await this.work.rows(
      `insert into app.beneficiary (region, id, family_name, given_name, birth_date, phone_sealed, phone_index, email_sealed, email_index,
         sealed_key, sharing_status, lead_post_id, created_by_post, created_by_operator, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, $14, $14)`,
      [
        id,
        person.familyName.trim(),
        person.givenName.trim(),
        person.birthDate,
        this.sealer.seal(key, phone),
        phone ? this.sealer.index(region, phone) : null,
        this.sealer.seal(key, email),
        email ? this.sealer.index(region, email) : null,
        key,
        person.sharing,
        actor.postId,
        actor.operatorId,
        now,
      ],
    );
    await this.work.rows(
      `insert into app.support (region, id, beneficiary_id, operator_id, unit_id, referent_post_id, opened_on, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), id, actor.operatorId, actor.unitId, actor.postId, today, now],
    );
    await this.work.rows(
      `insert into app.sharing (region, id, beneficiary_id, status, how, recorded_at, author_post_id, operator_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), id, person.sharing, person.how, now, actor.postId, actor.operatorId],
    );
    await this.journal.record(
      'beneficiary.created',
      { objectType: 'beneficiary', objectId: id, beneficiaryId: id },
      { unitId: actor.unitId },
    );
    await this.apart.fromNew(id, person.notThem ?? []);
    return this.show.read(id);
  }
}

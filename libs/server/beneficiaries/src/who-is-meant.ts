import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { UnitOfWork } from '@relais/server/kernel';

const MEANT = `select coalesce((select b.id from app.beneficiary b where b.region = $1 and b.id = $2), app.person_of_card($2)) as id`;

/** The person behind the reference one holds: the identifier of an open file, or an index card. */
@Injectable()
export class WhoIsMeant {
  constructor(private readonly work: UnitOfWork) {}

  /** 404 for a card of another region, of nobody, or of a person who opposes being found. */
  async by(reference: Id): Promise<Id> {
    const { id } = await this.work.found<{ id: Id }>(`select m.id from (${MEANT}) m where m.id is not null`, [reference]);
    return id;
  }
}

import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { UnitOfWork } from '@relais/server/kernel';

const meant = (reference: string): string =>
  `select coalesce((select b.id from app.beneficiary b where b.region = $1 and b.id = ${reference}), app.person_of_card(${reference})) as id`;
const MEANT = meant('$2');

/** The person behind the reference one holds: the identifier of an open file, or an index card. */
@Injectable()
export class WhoIsMeant {
  constructor(private readonly work: UnitOfWork) {}

  /** 404 for a card of another region, of nobody, or of a person who opposes being found. */
  async by(reference: Id): Promise<Id> {
    const { id } = await this.work.found<{ id: Id }>(`select m.id from (${MEANT}) m where m.id is not null`, [reference]);
    return id;
  }

  /** The people behind several references; those of nobody are left out. */
  async among(references: readonly Id[]): Promise<Id[]> {
    const known = await this.work.rows<{ id: Id }>(
      `select distinct m.id from unnest($2::uuid[]) as c (reference) cross join lateral (${meant('c.reference')}) m where m.id is not null`,
      [references],
    );
    return known.map(({ id }) => id);
  }
}

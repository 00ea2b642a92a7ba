import { Injectable } from '@nestjs/common';
import { type Id, type Lines, type Referral, type Standing, standingOf } from '@relais/domain';
import { UnitOfWork } from '@relais/server/kernel';

const line = (unit: string): string => `coalesce((select json_agg(u.ancestor_id order by u.depth) from app.unit_ancestor u
  where u.region = $1 and u.unit_id = ${unit}), '[]'::json)`;

const LINES = `select ${line('$2')} as actor, ${line('$3')} as sender, ${line('$4')} as receiver`;

/** Where the acting post stands towards one referral. */
@Injectable()
export class StandingOfPost {
  constructor(private readonly work: UnitOfWork) {}

  async of(referral: Pick<Referral, 'region' | 'senderUnitId' | 'receiverUnitId'>): Promise<Standing> {
    const { actor } = this.work;
    const units: Id[] = [actor.unitId, referral.senderUnitId, referral.receiverUnitId];
    return standingOf(actor, referral, await this.work.found<Lines>(LINES, units));
  }
}

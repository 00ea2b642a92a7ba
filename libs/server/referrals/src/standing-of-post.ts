import { Injectable } from '@nestjs/common';
import {
  type Handover,
  type HandoverParty,
  handoverParties,
  type Id,
  type Lines,
  type Referral,
  type Standing,
  standingOf,
} from '@relais/domain';
import { UnitOfWork } from '@relais/server/kernel';

const line = (unit: string): string => `coalesce((select json_agg(u.ancestor_id order by u.depth) from app.unit_ancestor u
  where u.region = $1 and u.unit_id = ${unit}), '[]'::json)`;

const LINES = `select ${line('$2')} as actor, ${line('$3')} as sender, ${line('$4')} as receiver`;

/** Where the acting post stands towards one referral, or one handover. */
@Injectable()
export class StandingOfPost {
  constructor(private readonly work: UnitOfWork) {}

  async of(referral: Pick<Referral, 'region' | 'senderUnitId' | 'receiverUnitId'>): Promise<Standing> {
    return standingOf(this.work.actor, referral, await this.lines(referral.senderUnitId, referral.receiverUnitId));
  }

  /** The sides on which it stands towards a handover, or one that is only thought of. */
  async towards(between: Pick<Handover, 'fromPostId' | 'fromUnitId' | 'toPostId' | 'toUnitId'>): Promise<HandoverParty[]> {
    return [...handoverParties(this.work.actor, between, await this.lines(between.fromUnitId, between.toUnitId))];
  }

  private lines(from: Id, to: Id): Promise<Lines> {
    return this.work.found<Lines>(LINES, [this.work.actor.unitId, from, to]);
  }
}

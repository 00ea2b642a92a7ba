import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';
import type { PlacesView } from './triage.messages';

const UNIT = 'select unit_id as id from app.unit_ancestor where region = $1 and unit_id = $2 and ancestor_id = $3';
const LEFT = 'select places from app.unit_place where region = $1 and unit_id = $2 for update';
const TELL = `insert into app.unit_place (region, unit_id, places, told_at) values ($1, $2, $3, $4)
  on conflict (region, unit_id) do update set places = excluded.places, told_at = excluded.told_at`;
const FORGET = 'delete from app.unit_place where region = $1 and unit_id = $2';
const CHANGE = `update app.unit_place set places = greatest(0, places + $3), told_at = $4 where region = $1 and unit_id = $2`;

/** How many more people a team can take, where it says so. */
@Injectable()
export class Places {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Whether a place is left, held until the end of the unit of work; undefined for a team that manages none. */
  async free(unitId: Id): Promise<boolean | undefined> {
    const row = await this.work.row<{ places: number }>(LEFT, [unitId]);
    return row && row.places > 0;
  }

  /** One place less when somebody is accepted, one more when that is undone; nothing where no number is kept. */
  async change(unitId: Id, by: 1 | -1): Promise<void> {
    await this.work.rows(CHANGE, [unitId, by, this.clock.now()]);
  }

  /** The lead of a team, or one above, says how many places are left; null: the team says nothing of it any more. */
  async tell(unitId: Id, places: number | null): Promise<PlacesView> {
    await this.work.found(UNIT, [unitId, this.work.actor.unitId]);
    const toldAt = this.clock.now();
    await (places === null ? this.work.rows(FORGET, [unitId]) : this.work.rows(TELL, [unitId, places, toldAt]));
    await this.journal.audit('unit.places_told', { objectType: 'unit', objectId: unitId });
    return { places, toldAt: places === null ? null : toldAt };
  }
}

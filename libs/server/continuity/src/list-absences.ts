import { Injectable } from '@nestjs/common';
import { type AbsenceStanding, type Id, isAwayOn, standingToAbsence } from '@relais/domain';
import { Clock, UnitOfWork } from '@relais/server/kernel';
import type { AbsenceList, AbsenceView } from './continuity.messages';
import { above } from './pack-rows';

const VIEW = `
  select a.id, a.version, a.post_id as "postId", s.given_name || ' ' || s.family_name as name, a.unit_id as "unitId", u.name as "unitName",
    a.kind, a.reason, a.starts_on as "startsOn", a.ends_on as "endsOn",
    ${above('a.unit_id')}
  from app.absence a
  join app.post p on p.region = $1 and p.id = a.post_id
  join app.staff s on s.region = $1 and s.id = p.staff_id
  join app.unit u on u.region = $1 and u.id = a.unit_id
  where a.region = $1 and a.cancelled_at is null`;

/** Of one's own unit and those below it. */
const BELOW = `a.unit_id in (select t.unit_id from app.unit_ancestor t where t.region = $1 and t.ancestor_id = $2)`;

type Row = Omit<AbsenceView, 'away' | 'standing'> & { readonly above: readonly Id[] };

/** Who is away, from when to when. */
@Injectable()
export class ListAbsences {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What is not over yet, the next one first. */
  async execute(): Promise<AbsenceList> {
    const { region, actor } = this.work;
    const mine = [actor.unitId, this.clock.today(region), actor.postId];
    const rows = await this.work.rows<Row>(
      `${VIEW} and (a.post_id = $4 or ${BELOW}) and (a.ends_on is null or a.ends_on >= $3::date) order by a.starts_on, a.id limit 200`,
      mine,
    );
    return { items: rows.map((row) => this.seen(row)) };
  }

  /** One of them, over or not. */
  async one(id: Id): Promise<AbsenceView> {
    return this.seen(await this.work.found<Row>(`${VIEW} and a.id = $2`, [id]));
  }

  private seen({ above, ...row }: Row): AbsenceView {
    const standing: AbsenceStanding = standingToAbsence(this.work.actor, row.postId, above);
    return { ...row, away: isAwayOn(row, this.clock.today(this.work.region)), standing };
  }
}

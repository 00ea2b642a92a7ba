import { Injectable } from '@nestjs/common';
import type { CivilDate, Id } from '@relais/domain';
import { Clock, Journal, newId, refuse, UnitOfWork } from '@relais/server/kernel';
import { SIGHTING_COLUMNS } from './attempt-columns';
import type { SightingAnswer, SightingList, SightingView } from './outreach.messages';

const PERSON = `select id from app.beneficiary where region = $1 and id = $2`;

/** Units of other operators that accompany the person. */
const OTHERS = `
  select distinct s.unit_id as "unitId" from app.support s
  where s.region = $1 and s.beneficiary_id = $2 and s.closed_on is null and s.operator_id <> $3 order by s.unit_id`;
/** Asks those who have no question of this unit open yet, also when a colleague asks at the same moment. */
const ASK = `insert into app.sighting (region, id, beneficiary_id, asker_post_id, asker_unit_id, asked_unit_id, asked_at)
  select $1, a.id, $3, $4, $5, a.unit_id, $7 from unnest($2::uuid[], $6::uuid[]) as a (id, unit_id)
  on conflict (region, beneficiary_id, asker_unit_id, asked_unit_id) where answered_at is null do nothing
  returning id, asked_unit_id as "askedUnitId"`;
const SOME = `select ${SIGHTING_COLUMNS} from app.sighting q where q.region = $1 and q.id = any($2::uuid[]) order by q.id`;
const ASKED = `select answered_at is not null as answered, beneficiary_id as "beneficiaryId", asker_unit_id as "askerUnitId", asked_unit_id as "askedUnitId"
  from app.sighting where region = $1 and id = $2 for no key update`;
const ANSWER = `update app.sighting set answered_at = $3, answered_by_post_id = $4, seen = $5, seen_on = $6, version = version + 1
  where region = $1 and id = $2 returning id`;

type Asked = { answered: boolean; beneficiaryId: Id; askerUnitId: Id; askedUnitId: Id };

/** Asks the others who accompany a person who saw them last; the answer is yes or no and a day, nothing of what was said. */
@Injectable()
export class AskSighting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async ask(beneficiaryId: Id): Promise<SightingList> {
    const { operatorId, unitId, postId } = this.work.actor;
    await this.work.found(PERSON, [beneficiaryId]);
    const others = await this.work.rows<{ unitId: Id }>(OTHERS, [beneficiaryId, operatorId]);
    const units = others.map((other) => other.unitId);
    const asking = [units.map(() => newId()), beneficiaryId, postId, unitId, units, this.clock.now()];
    const asked = await this.work.rows<{ id: Id; askedUnitId: Id }>(ASK, asking);
    if (asked.length === 0) refuse('sighting.asked_already');
    const changes = asked.map(({ id, askedUnitId }) => ({
      fact: { objectType: 'sighting', objectId: id, beneficiaryId },
      ids: { askerUnitId: unitId, askedUnitId },
    }));
    await this.journal.recordAll('sighting.asked', changes);
    return { items: await this.work.rows<SightingView>(SOME, [asked.map(({ id }) => id)]) };
  }

  async answer(id: Id, { seen, on }: SightingAnswer): Promise<SightingView> {
    const asked = await this.work.row<Asked>(ASKED, [id]);
    if (!asked) refuse((await this.work.row(SOME, [[id]])) ? 'permission.denied' : 'request.not_found');
    if (asked.answered) refuse('sighting.answered');
    const day = seen ? this.dayOf(on) : null;
    await this.work.rows(ANSWER, [id, this.clock.now(), this.work.actor.postId, seen, day]);
    const { beneficiaryId, askerUnitId, askedUnitId } = asked;
    await this.journal.record('sighting.answered', { objectType: 'sighting', objectId: id, beneficiaryId }, { askerUnitId, askedUnitId });
    return this.work.found<SightingView>(SOME, [[id]]);
  }

  private dayOf(on: CivilDate | undefined): CivilDate {
    return on !== undefined && on <= this.clock.today(this.work.region) ? on : refuse('sighting.day_missing', { pointer: '/on' });
  }
}

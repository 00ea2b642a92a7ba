import { Injectable } from '@nestjs/common';
import type { CivilDate, Id } from '@relais/domain';
import { Clock, Journal, newId, refuse, UnitOfWork } from '@relais/server/kernel';
import { SIGHTING_COLUMNS } from './attempt-columns';
import type { SightingAnswer, SightingList, SightingView } from './outreach.messages';

const PERSON = `select id from app.beneficiary where region = $1 and id = $2`;

/** Units of other operators that accompany the person and were not asked yet. */
const OTHERS = `
  select s.unit_id as "unitId" from app.support s
  where s.region = $1 and s.beneficiary_id = $2 and s.closed_on is null and s.operator_id <> $3
    and not exists (select from app.sighting q where q.region = $1 and q.beneficiary_id = $2 and q.asker_unit_id = $4
      and q.asked_unit_id = s.unit_id and q.answered_at is null)
  order by s.unit_id`;
const ASK = `insert into app.sighting (region, id, beneficiary_id, asker_post_id, asker_unit_id, asked_unit_id, asked_at)
  values ($1, $2, $3, $4, $5, $6, $7)`;
const ONE = `select ${SIGHTING_COLUMNS} from app.sighting q where q.region = $1 and q.id = $2`;
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
    const others = await this.work.rows<{ unitId: Id }>(OTHERS, [beneficiaryId, operatorId, unitId]);
    if (others.length === 0) refuse('sighting.asked_already');
    const items: SightingView[] = [];
    for (const { unitId: askedUnitId } of others) {
      const id = newId();
      await this.work.rows(ASK, [id, beneficiaryId, postId, unitId, askedUnitId, this.clock.now()]);
      const fact = { objectType: 'sighting', objectId: id, beneficiaryId };
      await this.journal.record('sighting.asked', fact, { askerUnitId: unitId, askedUnitId });
      items.push(await this.work.found<SightingView>(ONE, [id]));
    }
    return { items };
  }

  async answer(id: Id, { seen, on }: SightingAnswer): Promise<SightingView> {
    const asked = await this.work.row<Asked>(ASKED, [id]);
    if (!asked) refuse((await this.work.row(ONE, [id])) ? 'permission.denied' : 'request.not_found');
    if (asked.answered) refuse('sighting.answered');
    const day = seen ? this.dayOf(on) : null;
    await this.work.rows(ANSWER, [id, this.clock.now(), this.work.actor.postId, seen, day]);
    const { beneficiaryId, askerUnitId, askedUnitId } = asked;
    await this.journal.record('sighting.answered', { objectType: 'sighting', objectId: id, beneficiaryId }, { askerUnitId, askedUnitId });
    return this.work.found<SightingView>(ONE, [id]);
  }

  private dayOf(on: CivilDate | undefined): CivilDate {
    return on !== undefined && on <= this.clock.today(this.work.region) ? on : refuse('sighting.day_missing', { pointer: '/on' });
  }
}

import { Injectable } from '@nestjs/common';
import { type Id, whyNotAttempt } from '@relais/domain';
import { Clock, Journal, newId, RefusalProblem, UnitOfWork } from '@relais/server/kernel';
import { ATTEMPT_COLUMNS, ATTEMPT_SOURCE } from './attempt-columns';
import type { AttemptRequest, AttemptView } from './outreach.messages';

const PERSON = `select unsafe_to_contact as unsafe from app.beneficiary where region = $1 and id = $2`;
const LOG = `insert into app.attempt (region, id, beneficiary_id, operator_id, unit_id, post_id, channel, result, at, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const ONE = `select ${ATTEMPT_COLUMNS} from ${ATTEMPT_SOURCE} where t.region = $1 and t.id = $2`;

/** Notes one try to reach a person. A successful one is a contact: the database moves the date of the last contact. */
@Injectable()
export class LogAttempt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(beneficiaryId: Id, { channel, result, at }: AttemptRequest): Promise<AttemptView> {
    const { operatorId, unitId, postId } = this.work.actor;
    const [id, now] = [newId(), this.clock.now()];
    const { unsafe } = await this.work.found<{ unsafe: boolean }>(PERSON, [beneficiaryId]);
    const no = whyNotAttempt({ channel, result, at: at ?? now }, unsafe, now);
    if (no) throw new RefusalProblem(no);
    await this.work.rows(LOG, [id, beneficiaryId, operatorId, unitId, postId, channel, result, at ?? now, now]);
    const event = result === 'reached' ? 'attempt.reached' : 'attempt.logged';
    await this.journal.record(event, { objectType: 'attempt', objectId: id, beneficiaryId }, { unitId });
    return this.work.found<AttemptView>(ONE, [id]);
  }
}

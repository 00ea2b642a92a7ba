import { Injectable } from '@nestjs/common';
import { type CivilDate, type ClockKind, type Id, startClock } from '@relais/domain';
import { Clock, Journal, newId, RegionAgreement, UnitOfWork } from '@relais/server/kernel';

/** Which clock begins for whom, since when, and who answers for it when the file's lead does not. */
export type Beginning = {
  readonly kind: ClockKind;
  readonly beneficiaryId: Id;
  readonly startedOn: CivilDate;
  readonly operatorId: Id;
  readonly unitId: Id;
  readonly postId: Id | null;
  readonly detail?: string;
};

const BEGIN = `
  insert into app.clock (region, id, beneficiary_id, kind, status, operator_id, unit_id, post_id, detail, started_on, due_on, due_at, next_at,
    next_milestone, created_at, updated_at)
  values ($1, $2, $3, $4, 'running', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)
  on conflict (region, beneficiary_id, kind) where status in ('running', 'paused') do nothing returning id`;

/** Begins a clock inside the caller's unit of work, unless one of its kind runs for the person already. */
@Injectable()
export class BeginClock {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
  ) {}

  /** The identifier of the new clock; undefined when one runs already. */
  async execute({ kind, beneficiaryId, startedOn, operatorId, unitId, postId, detail = '' }: Beginning): Promise<Id | undefined> {
    const { calendar } = await this.agreement.inForce();
    const now = this.clock.now();
    const { dueOn, dueAt, nextAt, nextMilestone } = startClock(kind, startedOn, now, calendar);
    const id = newId();
    const row = [id, beneficiaryId, kind, operatorId, unitId, postId, detail, startedOn, dueOn, dueAt, nextAt, nextMilestone, now];
    if ((await this.work.rows(BEGIN, row)).length === 0) return undefined;
    await this.journal.record('clock.started', { objectType: 'clock', objectId: id, beneficiaryId }, { clockId: id, unitId });
    return id;
  }
}

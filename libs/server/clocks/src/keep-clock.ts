import { Injectable } from '@nestjs/common';
import type { DatedClock, Id } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';
import { ClockEntity } from './clock.entity';

/** Writes what a rule made of a clock, with its trace and its event. */
@Injectable()
export class KeepClock {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(
    event: 'clock.paused' | 'clock.resumed' | 'clock.met' | 'clock.dropped' | 'clock.convened',
    kept: ClockEntity,
  ): Promise<void> {
    const { id, beneficiaryId, unitId } = kept;
    await this.work.update(ClockEntity, id, { ...changing(kept), appointmentId: kept.appointmentId, updatedAt: this.clock.now() });
    await this.journal.record(event, { objectType: 'clock', objectId: id, beneficiaryId }, { clockId: id, unitId });
  }

  /** The clock, locked until the end of the unit of work. */
  lock(id: Id): Promise<ClockEntity> {
    return this.work.lock(ClockEntity, id);
  }
}

/** What the rules may change of a clock. */
function changing(clock: DatedClock): Omit<DatedClock, 'kind' | 'startedOn'> {
  const { status, dueOn, dueAt, pausedOn, pauseUntil, pauseProof, pausedDays, metOn, metBy, dropped, nextAt, nextMilestone } = clock;
  return { status, dueOn, dueAt, pausedOn, pauseUntil, pauseProof, pausedDays, metOn, metBy, dropped, nextAt, nextMilestone };
}

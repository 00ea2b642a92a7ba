import { Injectable } from '@nestjs/common';
import { type CivilDate, type ClockKind, type ClockWay, type Id, meetClock } from '@relais/domain';
import { UnitOfWork } from '@relais/server/kernel';
import { CLOCK_COLUMNS } from './clock-columns';
import type { ClockEntity } from './clock.entity';
import { KeepClock } from './keep-clock';

const OPEN = `
  select ${CLOCK_COLUMNS} from app.clock c where c.region = $1 and c.beneficiary_id = $2 and c.kind = any($3::text[])
    and c.status in ('running', 'paused') order by c.id for no key update`;

/** Ends the clocks of a person that something meets; those for which it is too early, or of another kind, run on. */
@Injectable()
export class MeetClocks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keep: KeepClock,
  ) {}

  async execute(beneficiaryId: Id, kinds: readonly ClockKind[], by: ClockWay, on: CivilDate): Promise<void> {
    for (const clock of await this.work.rows<ClockEntity>(OPEN, [beneficiaryId, kinds])) {
      const met = meetClock(clock, by, on);
      if (!('refused' in met)) await this.keep.execute('clock.met', met);
    }
  }

  /** The running clocks of a person of some kinds, locked. */
  running(beneficiaryId: Id, kinds: readonly ClockKind[]): Promise<ClockEntity[]> {
    return this.work.rows<ClockEntity>(OPEN, [beneficiaryId, kinds]);
  }
}

import { Injectable } from '@nestjs/common';
import { CLOCKS, type Id, clockRuns } from '@relais/domain';
import { PlanAppointment } from '@relais/server/appointments';
import { refuse, UnitOfWork } from '@relais/server/kernel';
import type { ConveneRequest, DatedLine } from './clocks.messages';
import { KeepClock } from './keep-clock';
import { ListClocks } from './list-clocks';

const REPRESENTATIVE = `select id from app.legal_representative
  where region = $1 and beneficiary_id = $2 and ended_on is null and parental_authority limit 1`;

/**
 * Plans the convocation that a clock asks for: an appointment with the person and, for a minor, the holder of parental authority, who
 * must be known. Honoured, it meets the clock. Planning is a listed edge to appointments: docs/adr/0004.
 */
@Injectable()
export class Convene {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keep: KeepClock,
    private readonly plan: PlanAppointment,
    private readonly list: ListClocks,
  ) {}

  async execute(id: Id, { beside = false, ...meeting }: ConveneRequest): Promise<DatedLine> {
    const clock = await this.keep.lock(id);
    const { metBy, needsRepresentative } = CLOCKS[clock.kind];
    if (!clockRuns(clock)) refuse('clock.settled');
    if (!metBy.includes('convocation')) refuse('clock.wrong_way');
    const { beneficiaryId } = clock;
    if (needsRepresentative && !(await this.work.row(REPRESENTATIVE, [beneficiaryId]))) refuse('clock.representative_missing');
    const appointmentId = await this.plan.plan({ ...meeting, beneficiaryId }, beside);
    await this.keep.execute('clock.convened', { ...clock, appointmentId });
    return this.list.one(id);
  }
}

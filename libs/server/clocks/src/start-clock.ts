import { Injectable } from '@nestjs/common';
import { type CivilDate, type FileStatus, type Id, whyNotStart } from '@relais/domain';
import { Clock, RefusalProblem, refuse, UnitOfWork } from '@relais/server/kernel';
import { BeginClock } from './begin-clock';
import type { DatedLine, StartClockRequest } from './clocks.messages';
import { ListClocks } from './list-clocks';

const PERSON = `select birth_date as "birthDate", status from app.beneficiary where region = $1 and id = $2`;

/** A professional notes what starts a clock: a request for the right to return, a minor without solution, a notified orientation. */
@Injectable()
export class StartClock {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly begin: BeginClock,
    private readonly list: ListClocks,
  ) {}

  async execute(beneficiaryId: Id, { kind, startedOn, detail }: StartClockRequest): Promise<DatedLine> {
    const { operatorId, unitId, postId } = this.work.actor;
    const person = await this.work.found<{ birthDate: CivilDate; status: FileStatus }>(PERSON, [beneficiaryId]);
    if (person.status === 'closed') refuse('file.closed');
    const no = whyNotStart(kind, person, startedOn, this.clock.today(this.work.region));
    if (no) throw new RefusalProblem(no);
    const id = await this.begin.execute({ kind, beneficiaryId, startedOn, operatorId, unitId, postId, detail: detail?.trim() ?? '' });
    return id === undefined ? refuse('clock.open_already') : this.list.one(id);
  }
}

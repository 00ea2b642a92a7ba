import { Injectable } from '@nestjs/common';
import { type Id, pauseClock, resumeClock } from '@relais/domain';
import { Clock, newId, orRefuse, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import type { DatedLine, PauseClockRequest } from './clocks.messages';
import { KeepClock } from './keep-clock';
import { ListClocks } from './list-clocks';

const REMEMBER = `
  insert into app.clock_pause (region, id, clock_id, beneficiary_id, from_on, until_on, proof, detail, by_post_id, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** Pauses a clock with its proof, until a day; lets it run on before that day. */
@Injectable()
export class PauseClock {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
    private readonly keep: KeepClock,
    private readonly list: ListClocks,
  ) {}

  async pause(id: Id, { until, proof, detail }: PauseClockRequest): Promise<DatedLine> {
    const { calendar } = await this.agreement.inForce();
    const clock = await this.keep.lock(id);
    const on = this.clock.today(this.work.region);
    const paused = orRefuse(pauseClock(clock, { on, until, proof }, calendar));
    await this.keep.execute('clock.paused', paused);
    const { postId } = this.work.actor;
    await this.work.rows(REMEMBER, [newId(), id, clock.beneficiaryId, on, until, proof, detail?.trim() ?? '', postId, this.clock.now()]);
    return this.list.one(id);
  }

  async resume(id: Id): Promise<DatedLine> {
    const { calendar } = await this.agreement.inForce();
    const clock = await this.keep.lock(id);
    await this.keep.execute('clock.resumed', orRefuse(resumeClock(clock, this.clock.today(this.work.region), this.clock.now(), calendar)));
    return this.list.one(id);
  }
}

import { Injectable } from '@nestjs/common';
import { CLOCKS, dropClock, type Id, meetClock } from '@relais/domain';
import { Clock, orRefuse, refuse, UnitOfWork } from '@relais/server/kernel';
import type { DatedLine, DropClockRequest, MeetClockRequest } from './clocks.messages';
import { KeepClock } from './keep-clock';
import { ListClocks } from './list-clocks';

/** Ends a clock by hand: a professional attests what meets it, or that it does not apply any more. */
@Injectable()
export class SettleClock {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly keep: KeepClock,
    private readonly list: ListClocks,
  ) {}

  async meet(id: Id, { by, on }: MeetClockRequest): Promise<DatedLine> {
    const clock = await this.keep.lock(id);
    const today = this.clock.today(this.work.region);
    if (!CLOCKS[clock.kind].attested.includes(by)) refuse('clock.wrong_way', { pointer: '/by' });
    if (on !== undefined && on > today) refuse('clock.start_out_of_range', { pointer: '/on' });
    await this.keep.execute('clock.met', orRefuse(meetClock(clock, by, on ?? today)));
    return this.list.one(id);
  }

  async drop(id: Id, { because }: DropClockRequest): Promise<DatedLine> {
    await this.keep.execute('clock.dropped', orRefuse(dropClock(await this.keep.lock(id), because)));
    return this.list.one(id);
  }
}

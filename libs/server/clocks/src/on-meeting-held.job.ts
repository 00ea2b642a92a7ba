import { Injectable } from '@nestjs/common';
import { civilDateIn, clocksMetBy, type Id, type Instant, regionOf } from '@relais/domain';
import { type EventConsumer, type HappenedEvent, InTransactionOf, OnEvents, UnitOfWork } from '@relais/server/kernel';
import { MeetClocks } from './meet-clocks';

const MET = ['interview.sealed', 'appointment.honoured'] as const;

const INTERVIEW = `select happened_at as at, two_way and mode <> 'third_party' as "twoWay", null::uuid as "clockId" from app.interview
  where region = $1 and id = $2 and status = 'sealed'`;
const APPOINTMENT = `select least(a.starts_at, $3) as at, true as "twoWay",
    (select c.id from app.clock c where c.region = $1 and c.appointment_id = a.id and c.status in ('running', 'paused')) as "clockId"
  from app.appointment a where a.region = $1 and a.id = $2 and a.status = 'honoured'`;

type Meeting = { readonly at: Instant; readonly twoWay: boolean; readonly clockId: Id | null };

/**
 * A two-way exchange or an honoured appointment, of any operator, meets the clocks that waited for it; the honoured convocation meets its
 * own. At once where the file is open to whoever met the person, and again by the worker.
 */
@Injectable()
@InTransactionOf(...MET)
@OnEvents(...MET)
export class OnMeetingHeld implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly meet: MeetClocks,
  ) {}

  async execute({ event, at, payload: { beneficiaryId, objectId } }: HappenedEvent): Promise<void> {
    if (!beneficiaryId || !objectId) return;
    const interview = event === 'interview.sealed';
    const meeting = await this.work.row<Meeting>(interview ? INTERVIEW : APPOINTMENT, interview ? [objectId] : [objectId, at]);
    if (!meeting?.twoWay) return;
    const on = civilDateIn(regionOf(this.work.region).timeZone, meeting.at);
    const way = interview ? 'interview' : 'appointment';
    await this.meet.execute(beneficiaryId, clocksMetBy(way), way, on);
    if (meeting.clockId) await this.meet.execute(beneficiaryId, clocksMetBy('convocation'), 'convocation', on);
  }
}

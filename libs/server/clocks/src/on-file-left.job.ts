import { Injectable } from '@nestjs/common';
import { civilDateIn, CLOCK_KINDS, type ClockKind, dropClock, type Id, regionOf } from '@relais/domain';
import { type EventConsumer, type HappenedEvent, OnEvents, UnitOfWork } from '@relais/server/kernel';
import { BeginClock } from './begin-clock';
import { KeepClock } from './keep-clock';
import { MeetClocks } from './meet-clocks';

const EXITS = ['exit_3_months', 'exit_6_months'] as const satisfies readonly ClockKind[];
const DURING = CLOCK_KINDS.filter((kind) => !EXITS.some((exit) => exit === kind));

/** As the file stands now: an event may arrive after what undid it. */
const STANDS = `select status from app.beneficiary where region = $1 and id = $2`;

/** The unit that led asks for news: the post that closed the file when it works there, else the team. */
const ASKS = `
  select u.id as "unitId", u.operator_id as "operatorId",
    (select p.id from app.post p where p.region = $1 and p.id = $3 and p.unit_id = u.id) as "postId"
  from app.unit u where u.region = $1 and u.id = $2`;

/**
 * A file was closed: what ran during the support no longer applies, and news are asked after three and six months. The person came back:
 * nothing is asked about an exit any more. Somebody had news of them after the exit: that is the follow-up.
 */
@Injectable()
@OnEvents('beneficiary.closed', 'beneficiary.reopened', 'attempt.reached')
export class OnFileLeft implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly begin: BeginClock,
    private readonly meet: MeetClocks,
    private readonly keep: KeepClock,
  ) {}

  async execute({ event, at, payload: { beneficiaryId, unitId, actorPostId } }: HappenedEvent): Promise<void> {
    if (!beneficiaryId) return;
    const day = civilDateIn(regionOf(this.work.region).timeZone, at);
    if (event === 'attempt.reached') return this.meet.execute(beneficiaryId, EXITS, 'follow_up', day);
    const stands = await this.work.row<{ status: 'active' | 'closed' }>(STANDS, [beneficiaryId]);
    if (stands?.status !== (event === 'beneficiary.closed' ? 'closed' : 'active')) return;
    await this.dropAll(
      beneficiaryId,
      event === 'beneficiary.closed' ? DURING : EXITS,
      event === 'beneficiary.closed' ? 'closed' : 'returned',
    );
    if (event === 'beneficiary.reopened') return;
    const asks = await this.work.row<{ postId: Id | null; unitId: Id; operatorId: Id }>(ASKS, [unitId, actorPostId]);
    if (asks) for (const kind of EXITS) await this.begin.execute({ kind, beneficiaryId, startedOn: day, ...asks });
  }

  private async dropAll(beneficiaryId: Id, kinds: readonly ClockKind[], because: 'closed' | 'returned'): Promise<void> {
    for (const clock of await this.meet.running(beneficiaryId, kinds)) {
      const dropped = dropClock(clock, because);
      if (!('refused' in dropped)) await this.keep.execute('clock.dropped', dropped);
    }
  }
}

import { Injectable } from '@nestjs/common';
import { civilDateIn, type Id, regionOf } from '@relais/domain';
import { type EventConsumer, type HappenedEvent, OnEvents, UnitOfWork } from '@relais/server/kernel';
import { BeginClock } from './begin-clock';
import { MeetClocks } from './meet-clocks';

const AUTHOR = `select p.id as "postId", p.unit_id as "unitId", p.operator_id as "operatorId" from app.post p where p.region = $1 and p.id = $2`;

/** A goal is set: its review is due in six months. The plan was reviewed: that review is met, and the next one begins. */
@Injectable()
@OnEvents('goal.set', 'plan.reviewed')
export class OnGoalsSet implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly begin: BeginClock,
    private readonly meet: MeetClocks,
  ) {}

  async execute({ event, at, payload: { beneficiaryId, actorPostId } }: HappenedEvent): Promise<void> {
    if (!beneficiaryId || !actorPostId) return;
    const day = civilDateIn(regionOf(this.work.region).timeZone, at);
    if (event === 'plan.reviewed') await this.meet.execute(beneficiaryId, ['goals_review'], 'review', day);
    const author = await this.work.row<{ postId: Id; unitId: Id; operatorId: Id }>(AUTHOR, [actorPostId]);
    if (author) await this.begin.execute({ kind: 'goals_review', beneficiaryId, startedOn: day, ...author });
  }
}

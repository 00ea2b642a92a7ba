import { Injectable } from '@nestjs/common';
import type { Id, NoticeKind } from '@relais/domain';
import { type EventConsumer, type HappenedEvent, OnEvents, UnitOfWork } from '@relais/server/kernel';
import { TellPosts, type Told } from './tell-posts';
import { WhoIsTold } from './who-is-told';

const WATCHED = [
  'attempt.logged',
  'attempt.reached',
  'beneficiary.lead_assigned',
  'beneficiary.closed',
  'beneficiary.reopened',
  'clock.started',
  'clock.paused',
  'clock.resumed',
  'clock.met',
  'clock.dropped',
  'clock.convened',
  'sighting.asked',
  'sighting.answered',
] as const;

const UNITS = `select distinct s.unit_id as "unitId" from app.support s where s.region = $1 and s.beneficiary_id = $2 and s.closed_on is null`;

/** What the board of continuity and the dated lists show has changed: the screens of the units that accompany the person hear of it. A question who saw somebody is told to those who can answer, the answer to those who asked. */
@Injectable()
@OnEvents(...WATCHED)
export class OnFileWatched implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly who: WhoIsTold,
    private readonly posts: TellPosts,
  ) {}

  async execute(event: HappenedEvent): Promise<void> {
    const { beneficiaryId, unitId, askerUnitId, askedUnitId } = event.payload;
    const supports = await this.work.rows<{ unitId: Id }>(UNITS, [beneficiaryId]);
    const units = [unitId, askerUnitId, askedUnitId, ...supports.map((support) => support.unitId)].filter((id) => id !== undefined);
    if (event.event === 'sighting.asked') await this.tell(event, 'receiver', askedUnitId);
    if (event.event === 'sighting.answered') await this.tell(event, 'sender', askerUnitId);
    this.posts.say('continuity', [], [...new Set(units)], beneficiaryId);
  }

  private async tell(event: HappenedEvent, audience: Told['audience'], unitId: Id | undefined): Promise<void> {
    const told = (await this.who.side(unitId, undefined)).map((postId) => ({ postId, audience }));
    await this.posts.execute(event, { kind: event.event as NoticeKind, beneficiaryId: event.payload['beneficiaryId'] }, told);
  }
}

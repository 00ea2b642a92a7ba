import { Injectable } from '@nestjs/common';
import { type Handover, HANDOVER_TOLD, type HandoverParty, type HandoverTold } from '@relais/domain';
import { type EventConsumer, type HappenedEvent, OnEvents, UnitOfWork } from '@relais/server/kernel';
import { TellPosts, type Told } from './tell-posts';
import { WhoIsTold } from './who-is-told';

const HANDOVER = `
  select kind, beneficiary_id as "beneficiaryId", from_post_id as "fromPostId", from_unit_id as "fromUnitId", to_post_id as "toPostId",
    to_unit_id as "toUnitId" from app.handover where region = $1 and id = $2`;

type Moved = Pick<Handover, 'kind' | 'beneficiaryId' | 'fromPostId' | 'fromUnitId' | 'toPostId' | 'toUnitId'>;

/** Of a `redirect` the referral tells the beginning: it was accepted, so both act. */
const TOLD_BY_REFERRAL: readonly HandoverTold[] = ['handover.agreed'];

/** Of absences and departures the pack tells what comes and goes; that thirty days of reading are over interests nobody. */
const TOLD_BY_PACK: readonly HandoverTold[] = ['handover.ended'];

/** The referent changes hands: the side that a step is for is told, never the one who took it; open screens of both look again. */
@Injectable()
@OnEvents(...Object.keys(HANDOVER_TOLD))
export class OnHandoverMoved implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly who: WhoIsTold,
    private readonly posts: TellPosts,
  ) {}

  async execute(event: HappenedEvent): Promise<void> {
    const handover = await this.work.row<Moved>(HANDOVER, [event.payload['objectId']]);
    const kind = event.event as HandoverTold;
    if (!handover) return;
    const { beneficiaryId, fromUnitId, toUnitId } = handover;
    const elsewhere = handover.kind === 'redirect' ? TOLD_BY_REFERRAL : handover.kind === 'decision' ? [] : TOLD_BY_PACK;
    const told = elsewhere.includes(kind) ? [] : await this.whom(HANDOVER_TOLD[kind], handover);
    const { posts } = await this.posts.execute(event, { kind, beneficiaryId, fromUnitId, toUnitId }, told);
    this.posts.say('handover', posts, [fromUnitId, toUnitId], beneficiaryId);
  }

  private async whom(parties: readonly HandoverParty[], { fromPostId, fromUnitId, toPostId, toUnitId }: Moved): Promise<readonly Told[]> {
    const told: Told[] = [];
    for (const party of parties) {
      const [unitId, postId, audience] =
        party === 'giver' ? ([fromUnitId, fromPostId, 'sender'] as const) : ([toUnitId, toPostId, 'receiver'] as const);
      told.push(...(await this.who.side(unitId, postId ?? undefined)).map((id) => ({ postId: id, audience })));
    }
    return told;
  }
}

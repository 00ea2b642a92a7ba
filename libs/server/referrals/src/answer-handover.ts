import { Injectable } from '@nestjs/common';
import { HANDOVER_TABLE, type HandoverAnswer, type HandoverMove, type HandoverParty, type Id } from '@relais/domain';
import { Clock, refuse, UnitOfWork } from '@relais/server/kernel';
import { HandOver } from './hand-over';
import { HandoverEntity } from './handover.entity';
import type { HandoverView } from './handovers.messages';
import { ShowHandovers } from './show-handovers';
import { StandingOfPost } from './standing-of-post';
import { TAKER } from './taker-post';

/** What either side of a handover does about it. */
@Injectable()
export class AnswerHandover {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly handOver: HandOver,
    private readonly standings: StandingOfPost,
    private readonly show: ShowHandovers,
  ) {}

  /** The one who takes agrees: both act from now on. The lead goes over at once, unless a date or a first contact decides. */
  async agree(id: Id, toPostId: Id | undefined): Promise<HandoverView> {
    const handover = await this.work.lock(HandoverEntity, id);
    const answer = await this.answerTo('agree', handover);
    const { postId } = this.work.actor;
    const named = toPostId ?? handover.toPostId ?? postId;
    if (handover.status === 'proposed' && !(await this.work.row(TAKER, [named, handover.toUnitId])))
      refuse('referral.accountable_missing', { pointer: '/toPostId' });
    const shared = await this.handOver.overlap(handover, { ...answer, toPostId: named });
    if (shared.dueAt !== null && shared.dueAt <= this.clock.now()) await this.handOver.move('take_effect', shared, answer);
    return this.show.one(id);
  }

  /** Any other move, by the side whose it is. */
  async move(name: HandoverMove, id: Id, said: Omit<HandoverAnswer, 'side' | 'postId' | 'giverGone'>): Promise<HandoverView> {
    const handover = await this.work.lock(HandoverEntity, id);
    const { giverGone } = await this.show.one(id);
    await this.handOver.move(name, handover, { ...(await this.answerTo(name, handover)), ...said, giverGone });
    return this.show.one(id);
  }

  private async answerTo(name: HandoverMove, handover: HandoverEntity): Promise<Pick<HandoverAnswer, 'side' | 'postId'>> {
    const by: readonly string[] = HANDOVER_TABLE[name].by;
    const side = (await this.standings.towards(handover)).find((each: HandoverParty) => by.includes(each));
    return { side: side ?? refuse('referral.not_your_move'), postId: this.work.actor.postId };
  }
}

import { Injectable } from '@nestjs/common';
import {
  type Id,
  type Instant,
  type Milestone,
  type NoticeAudience,
  type NoticeKind,
  REFERRAL_EVENTS,
  REFERRAL_REMINDED,
} from '@relais/domain';
import { type EventConsumer, type HappenedEvent, OnEvents } from '@relais/server/kernel';
import { SettleReminders } from './settle-reminders';
import { TellPosts, type Told } from './tell-posts';
import { WhoIsTold } from './who-is-told';

/**
 * Tells those whom a move or a date of a referral is for: the post that answers for a side, or the team of its queue; the leads of the
 * unit; the coordinators of the region, without names. Never who did it.
 */
@Injectable()
@OnEvents(...Object.values(REFERRAL_EVENTS), REFERRAL_REMINDED)
export class OnReferralMoved implements EventConsumer {
  constructor(
    private readonly who: WhoIsTold,
    private readonly posts: TellPosts,
    private readonly reminders: SettleReminders,
  ) {}

  async execute(event: HappenedEvent): Promise<void> {
    const { referralId, beneficiaryId, senderUnitId, receiverUnitId, step, milestone } = event.payload;
    const reminder = step && milestone ? { step: step as Instant, milestone: milestone as Milestone } : undefined;
    const kind = event.event as NoticeKind;
    const { posts, mails } = await this.posts.execute(event, { kind, referralId, detail: milestone, reminder }, await this.whom(event));
    this.posts.say(
      'referral',
      posts,
      [senderUnitId, receiverUnitId].filter((id) => id !== undefined),
      beneficiaryId,
    );
    if (reminder && referralId && mails === 0) await this.reminders.settle({ referralId, ...reminder });
  }

  private async whom({ payload }: HappenedEvent): Promise<readonly Told[]> {
    return [
      ...as('sender', await this.who.side(payload['tellSenderUnitId'], payload['tellSenderPostId'])),
      ...as('receiver', await this.who.side(payload['tellReceiverUnitId'], payload['tellReceiverPostId'])),
      ...as('lead', await this.who.leads(payload['tellReceiverLeadUnitId'])),
      ...as('coordinator', payload['tellCoordinator'] ? await this.who.coordinators() : []),
    ];
  }
}

function as(audience: NoticeAudience, postIds: readonly Id[]): readonly Told[] {
  return postIds.map((postId) => ({ postId, audience }));
}

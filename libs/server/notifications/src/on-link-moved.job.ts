import { Injectable } from '@nestjs/common';
import { type Id, LINK_EVENTS, type LinkEvent } from '@relais/domain';
import { type EventConsumer, type HappenedEvent, OnEvents, UnitOfWork } from '@relais/server/kernel';
import { TellPosts, type Told } from './tell-posts';
import { WhoIsTold } from './who-is-told';

const SUPPORTS = `
  select s.unit_id as "unitId", s.referent_post_id as "postId" from app.support s
  where s.region = $1 and s.beneficiary_id = $2 and s.closed_on is null order by s.opened_on, s.id`;

type Support = { readonly unitId: Id; readonly postId: Id | null };

/** A link is asked for: those who accompany the person know that an answer is waited for. It is answered: the one who asked knows. */
@Injectable()
@OnEvents(...LINK_EVENTS)
export class OnLinkMoved implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly who: WhoIsTold,
    private readonly posts: TellPosts,
  ) {}

  async execute(event: HappenedEvent): Promise<void> {
    const { beneficiaryId, postId, unitId } = event.payload;
    const kind = event.event as LinkEvent;
    const told = kind === 'beneficiary.link_asked' ? await this.accompanying(beneficiaryId) : await this.side('sender', unitId, postId);
    await this.posts.execute(event, { kind, beneficiaryId }, told);
  }

  private async accompanying(beneficiaryId: Id | undefined): Promise<readonly Told[]> {
    const supports = await this.work.rows<Support>(SUPPORTS, [beneficiaryId]);
    const sides: (readonly Told[])[] = [];
    // One after the other: a transaction takes one question at a time.
    for (const { unitId, postId } of supports) sides.push(await this.side('receiver', unitId, postId ?? undefined));
    return sides.flat();
  }

  private async side(audience: 'sender' | 'receiver', unitId: Id | undefined, postId: Id | undefined): Promise<readonly Told[]> {
    return (await this.who.side(unitId, postId)).map((id) => ({ postId: id, audience }));
  }
}

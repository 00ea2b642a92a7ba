import { Injectable } from '@nestjs/common';
import { APPOINTMENT_TOLD, type AppointmentTold, type Id, type Instant } from '@relais/domain';
import { type EventConsumer, type HappenedEvent, OnEvents, UnitOfWork } from '@relais/server/kernel';
import { TellPosts, type Told } from './tell-posts';

const MEETING = `select a.starts_at as "startsAt", r.sender_post_id as "senderPostId"
  from app.appointment a left join app.referral r on r.region = $1 and r.id = a.referral_id and r.sender_operator_id <> a.operator_id
  where a.region = $1 and a.id = $2`;

/**
 * Tells both professionals that a meeting was moved or cancelled: whoever meets there, and of a referral whoever sent the person. When it
 * takes place now is said; with whom is read in the file by whom it is open to.
 */
@Injectable()
@OnEvents(...APPOINTMENT_TOLD)
export class OnAppointmentMoved implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly posts: TellPosts,
  ) {}

  async execute(event: HappenedEvent): Promise<void> {
    const { appointmentId, beneficiaryId, referralId, tellPostId, tellWithPostId } = event.payload;
    if (!tellPostId) return;
    const meeting = await this.work.row<{ startsAt: Instant; senderPostId: Id | null }>(MEETING, [appointmentId]);
    if (!meeting) return;
    const told: readonly Told[] = [
      { postId: tellPostId, audience: 'receiver' },
      ...(tellWithPostId ? [{ postId: tellWithPostId, audience: 'receiver' } as const] : []),
      ...(meeting.senderPostId ? [{ postId: meeting.senderPostId, audience: 'sender' } as const] : []),
    ];
    const what = { kind: event.event as AppointmentTold, beneficiaryId, referralId, detail: meeting.startsAt };
    const { posts } = await this.posts.execute(event, what, told);
    this.posts.say('notice', posts, [], beneficiaryId);
  }
}

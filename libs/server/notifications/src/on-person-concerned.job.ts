import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, type EventConsumer, type HappenedEvent, OnEvents, UnitOfWork } from '@relais/server/kernel';
import { AskPersonMessage, type PersonMail } from './ask-person-message';
import { TellPosts } from './tell-posts';

const MEETING = `select post_id as "postId", beneficiary_id as "beneficiaryId" from app.appointment
  where region = $1 and id = $2 and status = $4 and starts_at > $3`;

/** What the person is told of a meeting, and how the meeting stands if that is still true. */
const OF_MEETING: Readonly<Partial<Record<string, { readonly kind: PersonMail['kind']; readonly status: string }>>> = {
  'appointment.planned': { kind: 'appointment_planned', status: 'planned' },
  'appointment.moved': { kind: 'appointment_moved', status: 'planned' },
  'appointment.reassigned': { kind: 'appointment_reassigned', status: 'planned' },
  'appointment.cancelled': { kind: 'appointment_cancelled', status: 'cancelled' },
};

/**
 * Writes to the person when a move says so and it is safe: accepted, on the waiting list, a meeting planned, moved, with another
 * professional or cancelled. Where no mail may leave for news that nobody would otherwise bring, the post that moved is asked to tell them.
 */
@Injectable()
@OnEvents('referral.accepted', 'referral.waitlisted', ...Object.keys(OF_MEETING))
export class OnPersonConcerned implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly messages: AskPersonMessage,
    private readonly posts: TellPosts,
  ) {}

  async execute(event: HappenedEvent): Promise<void> {
    const meeting = OF_MEETING[event.event];
    if (meeting) return this.meeting(event, meeting);
    const { tellPerson, beneficiaryId, actorPostId: postId, referralId } = event.payload;
    if (!tellPerson || !beneficiaryId || !postId) return;
    const kind = event.event === 'referral.waitlisted' ? 'waitlisted' : 'accepted';
    const no = await this.messages.execute({ eventId: event.id, beneficiaryId, postId, kind, referralId });
    // Who accepts meets the person next; who puts them on a list might not.
    if (no && kind === 'waitlisted') await this.tell(event, postId, beneficiaryId, no);
  }

  private async meeting({ id, payload }: HappenedEvent, { kind, status }: { kind: PersonMail['kind']; status: string }): Promise<void> {
    const { appointmentId } = payload;
    const meeting = await this.work.row<{ postId: Id; beneficiaryId: Id }>(MEETING, [appointmentId, this.clock.now(), status]);
    if (meeting) await this.messages.execute({ ...meeting, eventId: id, appointmentId, kind });
  }

  /** The post that acted is the one to tell: it is not left out here. */
  private async tell(event: HappenedEvent, postId: Id, beneficiaryId: Id, detail: string): Promise<void> {
    const toAll = { ...event, payload: { ...event.payload, actorPostId: undefined } };
    await this.posts.execute(toAll, { kind: 'person.not_told', beneficiaryId, detail }, [{ postId, audience: 'referent' }]);
  }
}

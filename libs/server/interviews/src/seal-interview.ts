import { Injectable } from '@nestjs/common';
import { actionsIn, type Id, isTwoWay, whyNotSeal } from '@relais/domain';
import { LastContact, PlanAppointment, SettleAppointment } from '@relais/server/appointments';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';
import { InterviewEntity } from './interview.entity';
import type { InterviewView } from './interview-views.messages';
import { OpenInterview } from './open-interview';
import { refuseWhen } from './refuse-when';
import { ShowInterview } from './show-interview';
import { TakePlan } from './take-plan';
import type { WrittenNote } from './write-notes';

/** Length of the next meeting until somebody says otherwise, in minutes. */
const NEXT_MEETING_MINUTES = 45;

const NOTES = `select id, audience, body from app.note where region = $1 and interview_id = $2 and author_post_id = $3 order by created_at, id`;

/**
 * Ends the trace of an exchange: what was agreed becomes goals, actions and the next meeting, the meeting it came from counts as
 * honoured, the person as heard of, and a referral that waited for this first contact is in progress. All of it in one transaction.
 */
@Injectable()
export class SealInterview {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly open: OpenInterview,
    private readonly takePlan: TakePlan,
    private readonly planAppointment: PlanAppointment,
    private readonly settleAppointment: SettleAppointment,
    private readonly lastContact: LastContact,
    private readonly show: ShowInterview,
  ) {}

  async execute(id: Id, version: number): Promise<InterviewView> {
    const interview = await this.open.execute(id);
    const notes = await this.work.rows<WrittenNote>(NOTES, [id, this.work.actor.postId]);
    await this.seal(interview, notes, version);
    return this.show.view(id);
  }

  /** Seals an interview of the acting post inside the caller's unit of work, with its notes at hand. */
  async seal(interview: InterviewEntity, notes: readonly WrittenNote[], version: number): Promise<void> {
    this.check(interview, notes);
    const { id, beneficiaryId, unitId, appointmentId, nextMeetingAt } = interview;
    const now = this.clock.now();
    await this.work.update(InterviewEntity, id, { status: 'sealed', sealedAt: now, updatedAt: now }, version);
    await this.takePlan.execute(interview, notes);
    if (appointmentId) await this.settleAppointment.keep(appointmentId);
    if (nextMeetingAt) await this.planAppointment.plan({ beneficiaryId, startsAt: nextMeetingAt, minutes: NEXT_MEETING_MINUTES });
    const fact = { objectType: 'interview', objectId: id, beneficiaryId };
    await this.journal.record('interview.sealed', fact, { interviewId: id, unitId, appointmentId: appointmentId ?? undefined });
    // The file comes last: moves of referrals lock it after the referral, too.
    if (isTwoWay(interview)) await this.lastContact.execute(beneficiaryId, interview.happenedAt);
  }

  private check(interview: InterviewEntity, notes: readonly WrittenNote[]): void {
    const bodies = notes.map(({ body }) => body);
    const today = this.clock.today(this.work.region);
    const actions = bodies.flatMap((body) => actionsIn(body, today)).length;
    refuseWhen(whyNotSeal(interview, { notes: bodies, actions }, this.work.actor.postId));
  }
}

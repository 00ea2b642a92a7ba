import { Injectable } from '@nestjs/common';
import { twoWayByDefault } from '@relais/domain';
import { Clock, Journal, newId, refuse, UnitOfWork } from '@relais/server/kernel';
import { checkMoments } from './check-moments';
import { InterviewEntity } from './interview.entity';
import type { InterviewView } from './interview-views.messages';
import type { LogInterviewRequest } from './interviews.messages';
import { SealInterview } from './seal-interview';
import { ShowInterview } from './show-interview';
import { WriteNotes } from './write-notes';

const PERSON = `select id from app.beneficiary where region = $1 and id = $2`;
const APPOINTMENT = `select id from app.appointment where region = $1 and id = $2 and beneficiary_id = $3 and operator_id = $4`;

/** Begins the trace of an exchange with a person whose file one sees; with `seal`, ends it in the same breath. */
@Injectable()
export class LogInterview {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly writeNotes: WriteNotes,
    private readonly sealInterview: SealInterview,
    private readonly show: ShowInterview,
  ) {}

  async execute(request: LogInterviewRequest): Promise<InterviewView> {
    const draft = await this.draftOf(request);
    await this.work.insert(InterviewEntity, draft);
    const notes = await this.writeNotes.execute(draft, request.notes ?? []);
    const { id, beneficiaryId, unitId } = draft;
    await this.journal.record('interview.logged', { objectType: 'interview', objectId: id, beneficiaryId }, { interviewId: id, unitId });
    if (request.seal) await this.sealInterview.seal({ ...draft, region: this.work.region }, notes, draft.version);
    return this.show.view(id);
  }

  private async draftOf(request: LogInterviewRequest): Promise<Omit<InterviewEntity, 'region'>> {
    const { operatorId, unitId, postId } = this.work.actor;
    const { beneficiaryId, mode, happenedAt } = request;
    checkMoments(request, this.clock.now());
    await this.work.found(PERSON, [beneficiaryId]);
    const { appointmentId = null } = request;
    if (appointmentId && !(await this.work.row(APPOINTMENT, [appointmentId, beneficiaryId, operatorId])))
      refuse('request.invalid', { pointer: '/appointmentId' });
    const now = this.clock.now();
    return {
      id: newId(),
      beneficiaryId,
      operatorId,
      unitId,
      authorPostId: postId,
      appointmentId,
      mode,
      happenedAt,
      minutes: request.minutes ?? null,
      themes: [...new Set(request.themes ?? [])],
      status: 'draft',
      nextMeetingAt: request.nextMeetingAt ?? null,
      twoWay: request.twoWay ?? twoWayByDefault(mode),
      sealedAt: null,
      createdAt: now,
      updatedAt: now,
      version: 1,
    };
  }
}

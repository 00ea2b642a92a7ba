import { Injectable } from '@nestjs/common';
import { type Id, twoWayByDefault, whyNotWrite } from '@relais/domain';
import { Clock, UnitOfWork } from '@relais/server/kernel';
import { checkMoments } from './check-moments';
import { InterviewEntity } from './interview.entity';
import type { InterviewView } from './interview-views.messages';
import type { KeepInterviewRequest } from './interviews.messages';
import { KeepNotes } from './keep-notes';
import { OpenInterview } from './open-interview';
import { refuseWhen } from './refuse-when';
import { ShowInterview } from './show-interview';

/**
 * The autosave of a draft. Only its author reads it, so nothing is announced; whoever saves from a stale tab is told (412)
 * before anything is written over.
 */
@Injectable()
export class KeepInterview {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly open: OpenInterview,
    private readonly keepNotes: KeepNotes,
    private readonly show: ShowInterview,
  ) {}

  async execute(id: Id, version: number, request: KeepInterviewRequest): Promise<InterviewView> {
    const interview = await this.open.execute(id);
    refuseWhen(whyNotWrite(interview, this.work.actor.postId));
    const now = this.clock.now();
    checkMoments(request, now);
    await this.work.update(InterviewEntity, id, { ...changesOf(interview, request), updatedAt: now }, version);
    await this.keepNotes.execute(interview, request.notes ?? []);
    return this.show.view(id);
  }
}

function changesOf(interview: InterviewEntity, request: KeepInterviewRequest): Partial<InterviewEntity> {
  const mode = request.mode ?? interview.mode;
  const ticked = mode === interview.mode ? interview.twoWay : twoWayByDefault(mode);
  return {
    mode,
    happenedAt: request.happenedAt ?? interview.happenedAt,
    minutes: request.minutes === undefined ? interview.minutes : request.minutes,
    themes: request.themes ? [...new Set(request.themes)] : interview.themes,
    nextMeetingAt: request.nextMeetingAt === undefined ? interview.nextMeetingAt : request.nextMeetingAt,
    twoWay: request.twoWay ?? ticked,
  };
}

import { Injectable } from '@nestjs/common';
import { audienceChange, type Id, type NoteAudience, whyNotAudience } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';
import type { InterviewView } from './interview-views.messages';
import { NoteEntity } from './note.entity';
import { refuseWhen } from './refuse-when';
import { ShowInterview } from './show-interview';

const ONE = `select id, interview_id as "interviewId", beneficiary_id as "beneficiaryId", audience, author_post_id as "authorPostId",
    unit_id as "unitId", operator_id as "operatorId"
  from app.note where region = $1 and id = $2`;

type Note = Pick<NoteEntity, 'id' | 'interviewId' | 'beneficiaryId' | 'audience' | 'authorPostId' | 'unitId' | 'operatorId'>;

/** Opens a note to more readers, or closes it to some: recorded either way, since narrowing never un-tells. */
@Injectable()
export class ChangeAudience {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly show: ShowInterview,
  ) {}

  async execute(id: Id, version: number, audience: NoteAudience): Promise<InterviewView> {
    const note = await this.work.found<Note>(ONE, [id]);
    refuseWhen(whyNotAudience(note, audience, this.work.actor.postId));
    await this.work.update(NoteEntity, id, { audience, updatedAt: this.clock.now() }, version);
    const change = audienceChange(note.audience, audience);
    if (change !== 'same') {
      const fact = { objectType: 'note', objectId: id, beneficiaryId: note.beneficiaryId, reason: `${note.audience}>${audience}` };
      await this.journal.record(`note.${change}`, fact, { interviewId: note.interviewId });
    }
    return this.show.view(note.interviewId);
  }
}

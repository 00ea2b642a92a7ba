import { Injectable } from '@nestjs/common';
import { type Id, whyNotAddendum } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';
import { InterviewEntity } from './interview.entity';
import type { InterviewView } from './interview-views.messages';
import type { NewNote } from './interviews.messages';
import { OpenInterview } from './open-interview';
import { refuseWhen } from './refuse-when';
import { ShowInterview } from './show-interview';
import { WriteNotes } from './write-notes';

/** What comes to mind after sealing is added under its own date; what was sealed stays as it was told. */
@Injectable()
export class AddAddendum {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly open: OpenInterview,
    private readonly writeNotes: WriteNotes,
    private readonly show: ShowInterview,
  ) {}

  async execute(id: Id, note: NewNote): Promise<InterviewView> {
    const interview = await this.open.execute(id);
    refuseWhen(whyNotAddendum(interview, note.body, this.work.actor.postId));
    await this.work.update(InterviewEntity, id, { updatedAt: this.clock.now() });
    await this.writeNotes.execute(interview, [note], { addendum: true });
    const fact = { objectType: 'interview', objectId: id, beneficiaryId: interview.beneficiaryId };
    await this.journal.record('interview.addendum_written', fact, { interviewId: id, unitId: interview.unitId });
    return this.show.view(id);
  }
}

import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { UnitOfWork } from '@relais/server/kernel';
import type { InterviewEntity } from './interview.entity';

const ONE = `select region, id, beneficiary_id as "beneficiaryId", operator_id as "operatorId", unit_id as "unitId",
    author_post_id as "authorPostId", appointment_id as "appointmentId", mode, happened_at as "happenedAt", minutes, themes, status,
    next_meeting_at as "nextMeetingAt", two_way as "twoWay", sealed_at as "sealedAt", created_at as "createdAt",
    updated_at as "updatedAt", version
  from app.interview where region = $1 and id = $2`;

/** Reads an interview that one sees, before a rule decides: a colleague's sealed one gets its reason, anything else its 404. */
@Injectable()
export class OpenInterview {
  constructor(private readonly work: UnitOfWork) {}

  execute(id: Id): Promise<InterviewEntity> {
    return this.work.found<InterviewEntity>(ONE, [id]);
  }
}

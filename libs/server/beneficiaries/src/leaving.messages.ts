import { type Id, SUPPORT_OUTCOMES, type SupportOutcome } from '@relais/domain';
import { IdField, OneOf, Text } from '@relais/server/kernel';

export class AssignLeadRequest {
  @IdField({ optional: true, description: 'Who leads from now on; the acting post when not said.' })
  postId?: Id;
}

export class AssignedLead {
  @IdField()
  beneficiaryId!: Id;

  @IdField()
  leadPostId!: Id;

  @Text({ max: 400 })
  leadName!: string;
}

export class CloseFileRequest {
  @OneOf(SUPPORT_OUTCOMES)
  outcome!: SupportOutcome;
}

export class ReopenFileRequest {
  @Text({ min: 10, max: 500, description: 'How the person came back, for the journal of the file.' })
  reason!: string;
}

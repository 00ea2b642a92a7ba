import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, Can, ExistingId, OfId } from '@relais/server/kernel';
import { AssignLead } from './assign-lead';
import { BeneficiaryView } from './beneficiary-views.messages';
import { CloseFile } from './close-file';
import { AssignLeadRequest, CloseFileRequest, AssignedLead, ReopenFileRequest } from './leaving.messages';
import { ReopenFile } from './reopen-file';

/** Who answers for a file, its end, and the return of the person. `id` is a file's identifier; to reopen, an index card's does too. */
@ApiTags('beneficiaries')
@Controller('beneficiaries')
export class LeavingController {
  constructor(
    private readonly assign: AssignLead,
    private readonly close: CloseFile,
    private readonly reopen: ReopenFile,
  ) {}

  @Post(':id/lead')
  @Can('lead.assign')
  @Answers(AssignedLead)
  @OfId()
  assignLead(@Param('id', ExistingId) id: string, @Body() { postId }: AssignLeadRequest): Promise<AssignedLead> {
    return this.assign.execute(id, postId);
  }

  @Post(':id/close')
  @Can('file.close')
  @Answers()
  @OfId()
  closeFile(@Param('id', ExistingId) id: string, @Body() { outcome }: CloseFileRequest): Promise<void> {
    return this.close.execute(id, outcome);
  }

  @Post(':id/reopen')
  @Can('file.close')
  @Answers(BeneficiaryView)
  @OfId()
  reopenFile(@Param('id', ExistingId) id: string, @Body() { reason }: ReopenFileRequest): Promise<BeneficiaryView> {
    return this.reopen.execute(id, reason);
  }
}

import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, Creates, ExistingId, OfId } from '@relais/server/kernel';
import { ListMerges } from './list-merges';
import { MergeList, MergeView, ProposeMergeRequest, RefuseMergeRequest } from './merges.messages';
import { ProposeMerge } from './propose-merge';
import { ReviewMerge } from './review-merge';
import { UndoMerge } from './undo-merge';
import { WithdrawMerge } from './withdraw-merge';

@ApiTags('merges')
@Controller('file-merges')
export class MergesController {
  constructor(
    private readonly list: ListMerges,
    private readonly propose: ProposeMerge,
    private readonly review: ReviewMerge,
    private readonly undo: UndoMerge,
    private readonly withdraw: WithdrawMerge,
  ) {}

  @Get()
  @Can('merge.propose')
  @Answers(MergeList)
  listMerges(): Promise<MergeList> {
    return this.list.execute();
  }

  @Post()
  @Can('merge.propose')
  @Creates(MergeView)
  proposeMerge(@Body() request: ProposeMergeRequest): Promise<MergeView> {
    return this.propose.execute(request);
  }

  @Get(':id')
  @Can('merge.propose')
  @Answers(MergeView)
  @OfId()
  showMerge(@Param('id', ExistingId) id: Id): Promise<MergeView> {
    return this.list.show(id);
  }

  @Post(':id/approve')
  @Can('merge.review')
  @Answers(MergeView)
  @OfId()
  approveMerge(@Param('id', ExistingId) id: Id): Promise<MergeView> {
    return this.review.approve(id);
  }

  @Post(':id/refuse')
  @Can('merge.review')
  @Answers(MergeView)
  @OfId()
  refuseMerge(@Param('id', ExistingId) id: Id, @Body() { answer }: RefuseMergeRequest): Promise<MergeView> {
    return this.review.refuse(id, answer);
  }

  @Post(':id/withdraw')
  @Can('merge.propose')
  @Answers(MergeView)
  @OfId()
  withdrawMerge(@Param('id', ExistingId) id: Id): Promise<MergeView> {
    return this.withdraw.execute(id);
  }

  @Post(':id/undo')
  @Can('merge.review')
  @Answers(MergeView)
  @OfId()
  undoMerge(@Param('id', ExistingId) id: Id): Promise<MergeView> {
    return this.undo.execute(id);
  }
}

import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, EditsVersion, ExistingId, IfMatch, OfId } from '@relais/server/kernel';
import { ActionView } from './interview-views.messages';
import { TickRequest } from './interviews.messages';
import { SettleAction } from './settle-action';

@ApiTags('interviews')
@Controller('actions')
export class ActionsController {
  constructor(private readonly settle: SettleAction) {}

  @Post(':id/done')
  @Can('interview.log')
  @Answers(ActionView)
  @EditsVersion()
  @OfId()
  tickAction(@Param('id', ExistingId) id: Id, @IfMatch() version: number, @Body() { outcome }: TickRequest): Promise<ActionView> {
    return this.settle.done(id, version, outcome);
  }

  @Post(':id/reopen')
  @Can('interview.log')
  @Answers(ActionView)
  @EditsVersion()
  @OfId()
  reopenAction(@Param('id', ExistingId) id: Id, @IfMatch() version: number): Promise<ActionView> {
    return this.settle.reopen(id, version);
  }
}

import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, ExistingId, OfId } from '@relais/server/kernel';
import { SettleMessageRequest, UnsettledMessages } from './messages.messages';
import { SettleMessages } from './settle-messages';

@ApiTags('messages')
@Controller('messages')
export class MessagesController {
  constructor(private readonly messages: SettleMessages) {}

  @Get('unsettled')
  @Can('message.settle')
  @Answers(UnsettledMessages)
  listUnsettledMessages(): Promise<UnsettledMessages> {
    return this.messages.list();
  }

  @Post(':id/settle')
  @Can('message.settle')
  @Answers()
  @OfId()
  settleMessage(@Param('id', ExistingId) id: Id, @Body() request: SettleMessageRequest): Promise<void> {
    return this.messages.execute(id, request);
  }
}

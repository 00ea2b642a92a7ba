import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Answers, AnswersAs, Open } from '@relais/server/kernel';
import type { FastifyReply } from 'fastify';
import { DemoMail, DemoMailbox } from './demo-mailbox.messages';
import { ShowDemoMailbox } from './show-demo-mailbox';

/** A mail is shown as it is: its own styles, nothing else. */
const MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

const OfMail = (): MethodDecorator => ApiParam({ name: 'id', schema: { type: 'string' } });

@ApiTags('demo')
@Controller('demo/mailbox')
export class DemoMailboxController {
  constructor(private readonly mailbox: ShowDemoMailbox) {}

  @Get()
  @Open()
  @Answers(DemoMailbox)
  listDemoMails(): Promise<DemoMailbox> {
    return this.mailbox.list();
  }

  @Get(':id')
  @Open()
  @Answers(DemoMail)
  @OfMail()
  showDemoMail(@Param('id') id: string): Promise<DemoMail> {
    return this.mailbox.one(id);
  }

  @Get(':id/page')
  @Open()
  @AnswersAs('text/html')
  @OfMail()
  async showDemoMailPage(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const page = await this.mailbox.page(id);
    await reply.header('content-type', 'text/html; charset=utf-8').header('content-security-policy', MAIL_POLICY).send(page);
  }
}

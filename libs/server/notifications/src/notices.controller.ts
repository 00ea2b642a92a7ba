import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, Id } from '@relais/domain';
import { ActingPost, Answers, AnswersAs, Can, ExistingId, OfId, refuse } from '@relais/server/kernel';
import type { FastifyReply } from 'fastify';
import { ChooseWays } from './choose-ways';
import { FollowChanges } from './follow-changes';
import { ListNotices } from './list-notices';
import { ChooseWaysRequest, NoticePreferences, NoticesPage, NoticesQuery } from './notices.messages';
import { ReadNotices } from './read-notices';

@ApiTags('notices')
@Controller()
export class NoticesController {
  constructor(
    private readonly list: ListNotices,
    private readonly read: ReadNotices,
    private readonly ways: ChooseWays,
    private readonly changes: FollowChanges,
  ) {}

  @Get('notices')
  @Can('notice.read')
  @Answers(NoticesPage)
  listNotices(@Query() query: NoticesQuery): Promise<NoticesPage> {
    return this.list.execute(query);
  }

  @Get('notices/preferences')
  @Can('notice.read')
  @Answers(NoticePreferences)
  showNoticePreferences(): Promise<NoticePreferences> {
    return this.ways.show();
  }

  @Put('notices/preferences')
  @Can('notice.read')
  @Answers(NoticePreferences)
  chooseNoticeWays(@Body() request: ChooseWaysRequest): Promise<NoticePreferences> {
    return this.ways.choose(request);
  }

  @Post('notices/read-all')
  @Can('notice.read')
  @Answers()
  readAllNotices(): Promise<void> {
    return this.read.all();
  }

  @Post('notices/:id/read')
  @Can('notice.read')
  @Answers()
  @OfId()
  readNotice(@Param('id', ExistingId) id: Id): Promise<void> {
    return this.read.one(id);
  }

  @Get('posts/:id/events')
  @Can('notice.read')
  @AnswersAs('text/event-stream')
  @OfId()
  async followChanges(@Param('id', ExistingId) id: Id, @ActingPost() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const units = await this.changes.unitsOf(actor);
    if (id !== actor.postId) refuse('request.not_found');
    reply.hijack();
    this.changes.follow(actor, units, reply.raw);
  }
}

import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor, Id } from '@relais/domain';
import { ActingPost, Answers, Can, ExistingId, OfId, PageQuery, refuse } from '@relais/server/kernel';
import type { FastifyReply } from 'fastify';
import { FollowChanges } from './follow-changes';
import { ListNotices } from './list-notices';
import { NoticesPage } from './notices.messages';
import { ReadNotices } from './read-notices';

@ApiTags('notices')
@Controller()
export class NoticesController {
  constructor(
    private readonly list: ListNotices,
    private readonly read: ReadNotices,
    private readonly changes: FollowChanges,
  ) {}

  @Get('notices')
  @Can('notice.read')
  @Answers(NoticesPage)
  listNotices(@Query() query: PageQuery): Promise<NoticesPage> {
    return this.list.execute(query);
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
  @ApiProduces('text/event-stream')
  @OfId()
  async followChanges(@Param('id', ExistingId) id: Id, @ActingPost() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    if (id !== actor.postId) refuse('request.not_found');
    const units = await this.changes.unitsOf(actor);
    reply.hijack();
    this.changes.follow(actor, units, reply.raw);
  }
}

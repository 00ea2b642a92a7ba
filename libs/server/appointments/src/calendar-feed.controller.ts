import { Controller, Delete, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Answers, AnswersAs, Can, OneOf, Open } from '@relais/server/kernel';
import type { FastifyReply } from 'fastify';
import { CalendarFeedView, NewCalendarFeed } from './calendar-feed.messages';
import { KeepCalendarFeed } from './keep-calendar-feed';
import { ReadCalendar } from './read-calendar';

/** In which language a calendar reads. */
export class CalendarQuery {
  @OneOf(['fr', 'en'], { optional: true })
  lang?: 'fr' | 'en';
}

@ApiTags('agenda')
@Controller()
export class CalendarFeedController {
  constructor(
    private readonly feed: KeepCalendarFeed,
    private readonly calendar: ReadCalendar,
  ) {}

  @Get('agenda/feed')
  @Can('appointment.plan')
  @Answers(CalendarFeedView)
  showCalendarFeed(): Promise<CalendarFeedView> {
    return this.feed.show();
  }

  @Post('agenda/feed')
  @Can('appointment.plan')
  @Answers(NewCalendarFeed)
  makeCalendarFeed(): Promise<NewCalendarFeed> {
    return this.feed.make();
  }

  @Delete('agenda/feed')
  @Can('appointment.plan')
  @Answers()
  revokeCalendarFeed(): Promise<void> {
    return this.feed.revoke();
  }

  /** A calendar program has no session: the secret in the address is the proof. */
  @Get('calendars/:address')
  @Open()
  @AnswersAs('text/calendar')
  @ApiParam({ name: 'address', schema: { type: 'string' } })
  async readCalendar(
    @Param('address') address: string,
    @Query() { lang = 'fr' }: CalendarQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const text = await this.calendar.execute(address, lang);
    await reply.header('content-type', 'text/calendar; charset=utf-8').header('cache-control', 'private, max-age=900').send(text);
  }
}

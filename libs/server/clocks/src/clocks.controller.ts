import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, Creates, ExistingId, OfId } from '@relais/server/kernel';
import {
  ConveneRequest,
  DatedLine,
  DatedList,
  DatedPage,
  DatedQuery,
  DropClockRequest,
  MeetClockRequest,
  PauseClockRequest,
  StartClockRequest,
} from './clocks.messages';
import { Convene } from './convene';
import { ListClocks } from './list-clocks';
import { PauseClock } from './pause-clock';
import { SettleClock } from './settle-clock';
import { StartClock } from './start-clock';

@ApiTags('clocks')
@Controller()
export class ClocksController {
  constructor(
    private readonly list: ListClocks,
    private readonly start: StartClock,
    private readonly pausing: PauseClock,
    private readonly settle: SettleClock,
    private readonly convene: Convene,
  ) {}

  @Get('clocks')
  @Can('clock.show')
  @Answers(DatedPage)
  listDates(@Query() query: DatedQuery): Promise<DatedPage> {
    return this.list.ofPost(query);
  }

  @Get('beneficiaries/:id/clocks')
  @Can('clock.show')
  @Answers(DatedList)
  @OfId()
  listDatesOfPerson(@Param('id', ExistingId) id: Id): Promise<DatedList> {
    return this.list.ofPerson(id);
  }

  @Post('beneficiaries/:id/clocks')
  @Can('clock.keep')
  @Creates(DatedLine)
  @OfId()
  startClock(@Param('id', ExistingId) id: Id, @Body() request: StartClockRequest): Promise<DatedLine> {
    return this.start.execute(id, request);
  }

  @Post('clocks/:id/pause')
  @Can('clock.keep')
  @Answers(DatedLine)
  @OfId()
  pauseClock(@Param('id', ExistingId) id: Id, @Body() request: PauseClockRequest): Promise<DatedLine> {
    return this.pausing.pause(id, request);
  }

  @Post('clocks/:id/resume')
  @Can('clock.keep')
  @Answers(DatedLine)
  @OfId()
  resumeClock(@Param('id', ExistingId) id: Id): Promise<DatedLine> {
    return this.pausing.resume(id);
  }

  @Post('clocks/:id/meet')
  @Can('clock.keep')
  @Answers(DatedLine)
  @OfId()
  meetClock(@Param('id', ExistingId) id: Id, @Body() request: MeetClockRequest): Promise<DatedLine> {
    return this.settle.meet(id, request);
  }

  @Post('clocks/:id/drop')
  @Can('clock.keep')
  @Answers(DatedLine)
  @OfId()
  dropClock(@Param('id', ExistingId) id: Id, @Body() request: DropClockRequest): Promise<DatedLine> {
    return this.settle.drop(id, request);
  }

  @Post('clocks/:id/convene')
  @Can('clock.keep')
  @Creates(DatedLine)
  @OfId()
  convenePerson(@Param('id', ExistingId) id: Id, @Body() request: ConveneRequest): Promise<DatedLine> {
    return this.convene.execute(id, request);
  }
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, Can } from '@relais/server/kernel';
import { DayView, PutOffRequest, PutOffView } from './day.messages';
import { ShowDay } from './show-day';
import { Snooze } from './snooze';

@ApiTags('day')
@Controller('day')
export class DayController {
  constructor(
    private readonly day: ShowDay,
    private readonly putOff: Snooze,
  ) {}

  @Get()
  @Can('day.show')
  @Answers(DayView)
  showDay(): Promise<DayView> {
    return this.day.execute();
  }

  @Post('snoozes')
  @Can('day.show')
  @Answers(PutOffView)
  putOffMatter(@Body() request: PutOffRequest): Promise<PutOffView> {
    return this.putOff.execute(request);
  }
}

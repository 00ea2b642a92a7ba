import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, Can } from '@relais/server/kernel';
import { DayView } from './day.messages';
import { ShowDay } from './show-day';

@ApiTags('day')
@Controller('day')
export class DayController {
  constructor(private readonly day: ShowDay) {}

  @Get()
  @Can('day.show')
  @Answers(DayView)
  showDay(): Promise<DayView> {
    return this.day.execute();
  }
}

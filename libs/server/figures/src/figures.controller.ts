import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, Can } from '@relais/server/kernel';
import { FiguresQuery, FiguresView } from './figures.messages';
import { ShowFigures } from './show-figures';

@ApiTags('figures')
@Controller('figures')
export class FiguresController {
  constructor(private readonly figures: ShowFigures) {}

  @Get()
  @Can('figure.show')
  @Answers(FiguresView)
  showFigures(@Query() { period }: FiguresQuery): Promise<FiguresView> {
    return this.figures.execute(period);
  }
}

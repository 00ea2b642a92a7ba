import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, Can } from '@relais/server/kernel';
import { RegionView } from './regions.messages';
import { ShowRegion } from './show-region';

@ApiTags('regions')
@Controller('region')
export class RegionsController {
  constructor(private readonly region: ShowRegion) {}

  @Get()
  @Can('session.use')
  @Answers(RegionView)
  showRegion(): Promise<RegionView> {
    return this.region.execute();
  }
}

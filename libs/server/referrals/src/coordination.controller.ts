import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, ExistingId, OfId } from '@relais/server/kernel';
import { CoordinateReferral } from './coordinate-referral';
import { CoordinatedPage, CoordinatedThread, CoordinationQuery, RerouteRequest } from './coordination.messages';
import { MoveRequest, ReasonRequest } from './moves.messages';

/** What the region's coordinator does; no route here tells who the person is. */
@ApiTags('coordination')
@Controller('coordinated-referrals')
export class CoordinationController {
  constructor(private readonly coordinate: CoordinateReferral) {}

  @Get()
  @Can('coordination.show')
  @Answers(CoordinatedPage)
  listCoordinatedReferrals(@Query() query: CoordinationQuery): Promise<CoordinatedPage> {
    return this.coordinate.list(query);
  }

  @Get(':id')
  @Can('coordination.show')
  @Answers(CoordinatedThread)
  @OfId()
  showCoordinatedReferral(@Param('id', ExistingId) id: Id): Promise<CoordinatedThread> {
    return this.coordinate.show(id);
  }

  @Post(':id/release')
  @Can('coordination.decide')
  @Answers(CoordinatedThread)
  @OfId()
  releaseCheckedReferral(@Param('id', ExistingId) id: Id, @Body() request: MoveRequest): Promise<CoordinatedThread> {
    return this.coordinate.move('release', id, request);
  }

  @Post(':id/withdraw')
  @Can('coordination.decide')
  @Answers(CoordinatedThread)
  @OfId()
  withdrawCheckedReferral(@Param('id', ExistingId) id: Id, @Body() request: ReasonRequest): Promise<CoordinatedThread> {
    return this.coordinate.move('withdraw', id, request);
  }

  @Post(':id/confirm-decline')
  @Can('coordination.decide')
  @Answers(CoordinatedThread)
  @OfId()
  confirmDeclineOfReferral(@Param('id', ExistingId) id: Id, @Body() request: ReasonRequest): Promise<CoordinatedThread> {
    return this.coordinate.move('confirm_decline', id, request);
  }

  @Post(':id/return-decline')
  @Can('coordination.decide')
  @Answers(CoordinatedThread)
  @OfId()
  returnDeclineOfReferral(@Param('id', ExistingId) id: Id, @Body() request: ReasonRequest): Promise<CoordinatedThread> {
    return this.coordinate.move('return_decline', id, request);
  }

  @Post(':id/reroute')
  @Can('coordination.decide')
  @Answers(CoordinatedThread)
  @OfId()
  rerouteReferral(@Param('id', ExistingId) id: Id, @Body() request: RerouteRequest): Promise<CoordinatedThread> {
    return this.coordinate.reroute(id, request);
  }
}

import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, Creates, ExistingId, OfId } from '@relais/server/kernel';
import { AskSighting } from './ask-sighting';
import { LogAttempt } from './log-attempt';
import { AttemptRequest, AttemptView, BoardView, RoundView, SightingAnswer, SightingList, SightingView } from './outreach.messages';
import { ShowBoard } from './show-board';
import { ShowRound } from './show-round';

@ApiTags('outreach')
@Controller()
export class OutreachController {
  constructor(
    private readonly board: ShowBoard,
    private readonly round: ShowRound,
    private readonly attempts: LogAttempt,
    private readonly sightings: AskSighting,
  ) {}

  @Get('continuity-board')
  @Can('board.show')
  @Answers(BoardView)
  showBoard(): Promise<BoardView> {
    return this.board.execute();
  }

  @Get('beneficiaries/:id/outreach')
  @Can('board.show')
  @Answers(RoundView)
  @OfId()
  showRound(@Param('id', ExistingId) id: Id): Promise<RoundView> {
    return this.round.execute(id);
  }

  @Post('beneficiaries/:id/attempts')
  @Can('attempt.log')
  @Creates(AttemptView)
  @OfId()
  logAttempt(@Param('id', ExistingId) id: Id, @Body() request: AttemptRequest): Promise<AttemptView> {
    return this.attempts.execute(id, request);
  }

  @Post('beneficiaries/:id/sightings')
  @Can('attempt.log')
  @Creates(SightingList)
  @OfId()
  askSightings(@Param('id', ExistingId) id: Id): Promise<SightingList> {
    return this.sightings.ask(id);
  }

  @Post('sightings/:id/answer')
  @Can('attempt.log')
  @Answers(SightingView)
  @OfId()
  answerSighting(@Param('id', ExistingId) id: Id, @Body() answer: SightingAnswer): Promise<SightingView> {
    return this.sightings.answer(id, answer);
  }
}

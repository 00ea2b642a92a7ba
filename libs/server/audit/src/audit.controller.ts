import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, ExistingId, OfId } from '@relais/server/kernel';
import {
  GlassLine,
  GlassPage,
  JournalQuery,
  ReadPage,
  ReviewRequest,
  SettleRequest,
  SuspicionLine,
  SuspicionPage,
  WatchQuery,
} from './audit.messages';
import { ListGlasses } from './list-glasses';
import { ListJournal } from './list-journal';
import { ListSuspicions } from './list-suspicions';
import { ReviewGlass } from './review-glass';
import { SettleSuspicion } from './settle-suspicion';

@ApiTags('audit')
@Controller()
export class AuditController {
  constructor(
    private readonly glasses: ListGlasses,
    private readonly review: ReviewGlass,
    private readonly suspicions: ListSuspicions,
    private readonly settle: SettleSuspicion,
    private readonly journal: ListJournal,
  ) {}

  @Get('glasses')
  @Can('glass.review')
  @Answers(GlassPage)
  listGlasses(@Query() query: WatchQuery): Promise<GlassPage> {
    return this.glasses.execute(query);
  }

  @Post('glasses/:id/review')
  @Can('glass.review')
  @Answers(GlassLine)
  @OfId()
  reviewGlass(@Param('id', ExistingId) id: Id, @Body() request: ReviewRequest): Promise<GlassLine> {
    return this.review.execute(id, request);
  }

  @Get('suspicions')
  @Can('suspicion.settle')
  @Answers(SuspicionPage)
  listSuspicions(@Query() query: WatchQuery): Promise<SuspicionPage> {
    return this.suspicions.execute(query);
  }

  @Post('suspicions/:id/settle')
  @Can('suspicion.settle')
  @Answers(SuspicionLine)
  @OfId()
  settleSuspicion(@Param('id', ExistingId) id: Id, @Body() request: SettleRequest): Promise<SuspicionLine> {
    return this.settle.execute(id, request);
  }

  @Get('journal')
  @Can('journal.read')
  @Answers(ReadPage)
  readJournal(@Query() query: JournalQuery): Promise<ReadPage> {
    return this.journal.execute(query);
  }
}

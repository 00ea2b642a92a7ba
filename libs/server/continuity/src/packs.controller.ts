import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, ExistingId, OfId } from '@relais/server/kernel';
import { CaseloadList, HoldingsView } from './caseload.messages';
import { ClosePost } from './close-post';
import { ListCaseloads } from './list-caseloads';
import { ListPackFiles } from './list-pack-files';
import { MovePack } from './move-pack';
import { PackFilePage, PackFilesQuery, PackView, PreparePackRequest, ReceivedPackList } from './pack.messages';
import { PreparePack } from './prepare-pack';
import { ShowPack } from './show-pack';

@ApiTags('continuity')
@Controller()
export class PacksController {
  constructor(
    private readonly show: ShowPack,
    private readonly files: ListPackFiles,
    private readonly prepare: PreparePack,
    private readonly move: MovePack,
    private readonly caseloads: ListCaseloads,
    private readonly posts: ClosePost,
  ) {}

  @Get('absences/:id/pack')
  @Can('absence.show')
  @Answers(PackView)
  @OfId()
  showPack(@Param('id', ExistingId) id: Id): Promise<PackView> {
    return this.show.ofAbsence(id);
  }

  @Post('absences/:id/pack')
  @Can('absence.note')
  @Answers(PackView)
  @OfId()
  preparePack(@Param('id', ExistingId) id: Id, @Body() request: PreparePackRequest): Promise<PackView> {
    return this.prepare.execute(id, request);
  }

  @Get('packs/received')
  @Can('day.show')
  @Answers(ReceivedPackList)
  listReceivedPacks(): Promise<ReceivedPackList> {
    return this.files.received();
  }

  @Get('packs/:id/files')
  @Can('absence.show')
  @Answers(PackFilePage)
  @OfId()
  listPackFiles(@Param('id', ExistingId) id: Id, @Query() query: PackFilesQuery): Promise<PackFilePage> {
    return this.files.execute(id, query);
  }

  @Get('packs/:id/files/mine')
  @Can('day.show')
  @Answers(PackFilePage)
  @OfId()
  listMyPackFiles(@Param('id', ExistingId) id: Id, @Query() query: PackFilesQuery): Promise<PackFilePage> {
    return this.files.execute(id, query, true);
  }

  @Post('packs/:id/run')
  @Can('absence.note')
  @Answers(PackView)
  @OfId()
  runPack(@Param('id', ExistingId) id: Id): Promise<PackView> {
    return this.move.execute('run', id);
  }

  @Post('packs/:id/undo')
  @Can('absence.note')
  @Answers(PackView)
  @OfId()
  undoPack(@Param('id', ExistingId) id: Id): Promise<PackView> {
    return this.move.execute('undo', id);
  }

  @Post('packs/:id/return')
  @Can('absence.note')
  @Answers(PackView)
  @OfId()
  returnPack(@Param('id', ExistingId) id: Id): Promise<PackView> {
    return this.move.execute('return', id);
  }

  @Get('units/:id/caseloads')
  @Can('absence.show')
  @Answers(CaseloadList)
  @OfId()
  listCaseloads(@Param('id', ExistingId) id: Id): Promise<CaseloadList> {
    return this.caseloads.execute(id);
  }

  @Get('posts/:id/holdings')
  @Can('absence.show')
  @Answers(HoldingsView)
  @OfId()
  showHoldings(@Param('id', ExistingId) id: Id): Promise<HoldingsView> {
    return this.posts.holdings(id);
  }

  @Post('posts/:id/close')
  @Can('post.close')
  @Answers(HoldingsView)
  @OfId()
  closePost(@Param('id', ExistingId) id: Id): Promise<HoldingsView> {
    return this.posts.execute(id);
  }
}

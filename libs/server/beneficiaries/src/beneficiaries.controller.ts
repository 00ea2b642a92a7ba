import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, Can, Creates, EditsVersion, ExistingId, IfMatch, OfId, PageQuery } from '@relais/server/kernel';
import {
  CreateBeneficiaryRequest,
  EditBeneficiaryRequest,
  FilesPage,
  PeopleFound,
  SharingRequest,
  SituationRequest,
} from './beneficiaries.messages';
import { BeneficiaryView } from './beneficiary-views.messages';
import { ChangeSharing } from './change-sharing';
import { CreateBeneficiary } from './create-beneficiary';
import { EditBeneficiary } from './edit-beneficiary';
import { FindLikenesses } from './find-likenesses';
import { ListMyFiles } from './list-my-files';
import { ListTimeline } from './list-timeline';
import { NoteSituation } from './note-situation';
import { ShowBeneficiary } from './show-beneficiary';
import { ShowJournal } from './show-journal';
import { JournalPage, TimelinePage } from './timeline.messages';

@ApiTags('beneficiaries')
@Controller('beneficiaries')
export class BeneficiariesController {
  constructor(
    private readonly listMine: ListMyFiles,
    private readonly create: CreateBeneficiary,
    private readonly show: ShowBeneficiary,
    private readonly edit: EditBeneficiary,
    private readonly timeline: ListTimeline,
    private readonly journal: ShowJournal,
    private readonly situation: NoteSituation,
    private readonly sharing: ChangeSharing,
    private readonly likenesses: FindLikenesses,
  ) {}

  @Get()
  @Can('beneficiary.list')
  @Answers(FilesPage)
  listBeneficiaries(@Query() page: PageQuery): Promise<FilesPage> {
    return this.listMine.execute(page);
  }

  @Post()
  @Can('beneficiary.create')
  @Creates(BeneficiaryView)
  createBeneficiary(@Body() person: CreateBeneficiaryRequest): Promise<BeneficiaryView> {
    return this.create.execute(person);
  }

  @Get(':id')
  @Can('beneficiary.show')
  @Answers(BeneficiaryView)
  @OfId()
  showBeneficiary(@Param('id', ExistingId) id: string): Promise<BeneficiaryView> {
    return this.show.execute(id);
  }

  @Patch(':id')
  @Can('beneficiary.edit')
  @Answers(BeneficiaryView)
  @OfId()
  @EditsVersion()
  editBeneficiary(
    @Param('id', ExistingId) id: string,
    @Body() patch: EditBeneficiaryRequest,
    @IfMatch() version: number,
  ): Promise<BeneficiaryView> {
    return this.edit.execute(id, patch, version);
  }

  @Get(':id/timeline')
  @Can('beneficiary.show')
  @Answers(TimelinePage)
  @OfId()
  listTimeline(@Param('id', ExistingId) id: string, @Query() page: PageQuery): Promise<TimelinePage> {
    return this.timeline.execute(id, page);
  }

  @Get(':id/likenesses')
  @Can('beneficiary.show')
  @Answers(PeopleFound)
  @OfId()
  findLikenesses(@Param('id', ExistingId) id: string): Promise<PeopleFound> {
    return this.likenesses.execute(id);
  }

  @Get(':id/journal')
  @Can('beneficiary.read_journal')
  @Answers(JournalPage)
  @OfId()
  showJournal(@Param('id', ExistingId) id: string, @Query() page: PageQuery): Promise<JournalPage> {
    return this.journal.execute(id, page);
  }

  @Post(':id/situations')
  @Can('beneficiary.edit')
  @Creates(BeneficiaryView)
  @OfId()
  noteSituation(@Param('id', ExistingId) id: string, @Body() situation: SituationRequest): Promise<BeneficiaryView> {
    return this.situation.execute(id, situation);
  }

  @Post(':id/sharings')
  @Can('beneficiary.edit')
  @Creates(BeneficiaryView)
  @OfId()
  recordSharing(@Param('id', ExistingId) id: string, @Body() sharing: SharingRequest): Promise<BeneficiaryView> {
    return this.sharing.execute(id, sharing);
  }
}

import { Module } from '@nestjs/common';
import { AnswerLink } from './answer-link';
import { AssignLead } from './assign-lead';
import { AskLink } from './ask-link';
import { BeneficiariesController } from './beneficiaries.controller';
import { BreakGlass } from './break-glass';
import { ChangeSharing } from './change-sharing';
import { CloseFile } from './close-file';
import { CreateBeneficiary } from './create-beneficiary';
import { EditBeneficiary } from './edit-beneficiary';
import { EndRepresentative } from './end-representative';
import { FindCandidates } from './find-candidates';
import { FindLikenesses } from './find-likenesses';
import { LeavingController } from './leaving.controller';
import { LinksController } from './links.controller';
import { ListLinkRequests } from './list-link-requests';
import { ListMyFiles } from './list-my-files';
import { ListTimeline } from './list-timeline';
import { NoteSituation } from './note-situation';
import { OnPersonReturned } from './on-person-returned.job';
import { PeopleController } from './people.controller';
import { NameRepresentative } from './name-representative';
import { PeopleIndex } from './people-found';
import { ReopenFile } from './reopen-file';
import { SearchPacer } from './search-pacer';
import { SearchPeople } from './search-people';
import { ShowBeneficiary } from './show-beneficiary';
import { ShowJournal } from './show-journal';
import { TellApart } from './tell-apart';
import { WhoIsMeant } from './who-is-meant';

const useCases = [
  AnswerLink,
  AskLink,
  AssignLead,
  BreakGlass,
  EndRepresentative,
  FindLikenesses,
  ListLinkRequests,
  NameRepresentative,
  PeopleIndex,
  TellApart,
  WhoIsMeant,
  ChangeSharing,
  CloseFile,
  CreateBeneficiary,
  EditBeneficiary,
  FindCandidates,
  ListMyFiles,
  ListTimeline,
  NoteSituation,
  OnPersonReturned,
  ReopenFile,
  SearchPacer,
  SearchPeople,
  ShowBeneficiary,
  ShowJournal,
];

@Module({ providers: useCases, exports: useCases })
export class BeneficiariesModule {}

@Module({ imports: [BeneficiariesModule], controllers: [BeneficiariesController, LeavingController, LinksController, PeopleController] })
export class BeneficiariesApi {}

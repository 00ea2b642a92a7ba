import { Module } from '@nestjs/common';
import { BeneficiariesController } from './beneficiaries.controller';
import { ChangeSharing } from './change-sharing';
import { CreateBeneficiary } from './create-beneficiary';
import { EditBeneficiary } from './edit-beneficiary';
import { FindCandidates } from './find-candidates';
import { ListMyFiles } from './list-my-files';
import { ListTimeline } from './list-timeline';
import { NoteSituation } from './note-situation';
import { PeopleController } from './people.controller';
import { PeopleIndex } from './people-found';
// from './people.controller';
import { SearchPeople } from './search-people';
import { ShowBeneficiary } from './show-beneficiary';
import { ShowJournal } from './show-journal';

const useCases = [
  PeopleIndex,
  ChangeSharing,
  CreateBeneficiary,
  EditBeneficiary,
  FindCandidates,
  ListMyFiles,
  ListTimeline,
  NoteSituation,
  SearchPeople,
  ShowBeneficiary,
  ShowJournal,
];

@Module({ providers: useCases, exports: useCases })
export class BeneficiariesModule {}

@Module({ imports: [BeneficiariesModule], controllers: [BeneficiariesController, PeopleController] })
export class BeneficiariesApi {}

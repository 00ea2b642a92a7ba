import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, ReadsByPost } from '@relais/server/kernel';
import { CandidatesRequest, PeopleFound, SearchRequest } from './beneficiaries.messages';
import { FindCandidates } from './find-candidates';
import { SearchPeople } from './search-people';

/** Searches are POSTs: what was typed is personal data and belongs in no address. */
@ApiTags('beneficiaries')
@Controller()
export class PeopleController {
  constructor(
    private readonly search: SearchPeople,
    private readonly candidates: FindCandidates,
  ) {}

  @Post('beneficiary-searches')
  @Can('beneficiary.search')
  @ReadsByPost(PeopleFound)
  searchPeople(@Body() { text }: SearchRequest): Promise<PeopleFound> {
    return this.search.execute(text);
  }

  @Post('beneficiary-candidates')
  @Can('beneficiary.create')
  @ReadsByPost(PeopleFound)
  findCandidates(@Body() typed: CandidatesRequest): Promise<PeopleFound> {
    return this.candidates.execute(typed);
  }
}

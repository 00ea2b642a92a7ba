import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, Can, ExistingId, OfId } from '@relais/server/kernel';
import { ListColleagues } from './list-colleagues';
import { ListDestinations } from './list-destinations';
import { ListOperators } from './list-operators';
import { ColleagueList, DestinationList, DestinationQuery, OperatorList, OperatorView } from './operators.messages';
import { ShowOperator } from './show-operator';

@ApiTags('operators')
@Controller()
export class OperatorsController {
  constructor(
    private readonly operators: ListOperators,
    private readonly operator: ShowOperator,
    private readonly colleagues: ListColleagues,
    private readonly destinations: ListDestinations,
  ) {}

  @Get('operators')
  @Can('operator.list')
  @Answers(OperatorList)
  listOperators(): Promise<OperatorList> {
    return this.operators.execute();
  }

  @Get('operators/:id')
  @Can('operator.show')
  @Answers(OperatorView)
  @OfId()
  showOperator(@Param('id', ExistingId) id: string): Promise<OperatorView> {
    return this.operator.execute(id);
  }

  @Get('units/:id/posts')
  @Can('referral.answer')
  @Answers(ColleagueList)
  @OfId()
  listColleagues(@Param('id', ExistingId) id: string): Promise<ColleagueList> {
    return this.colleagues.execute(id);
  }

  @Get('destinations')
  @Can('destination.list')
  @Answers(DestinationList)
  listDestinations(@Query() query: DestinationQuery): Promise<DestinationList> {
    return this.destinations.execute(query);
  }
}

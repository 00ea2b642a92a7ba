import { Module } from '@nestjs/common';
import { ListColleagues } from './list-colleagues';
import { ListDestinations } from './list-destinations';
import { ListOperators } from './list-operators';
import { MeasureAnswerDelays } from './measure-answer-delays.job';
import { OperatorsController } from './operators.controller';
import { ShowOperator } from './show-operator';

@Module({
  providers: [ListColleagues, ListDestinations, ListOperators, ShowOperator],
  controllers: [OperatorsController],
})
export class OperatorsApi {}

/** In the worker: the measure of the usual answer delays, for the schedule. */
@Module({ providers: [MeasureAnswerDelays], exports: [MeasureAnswerDelays] })
export class OperatorsJobs {}

export { MeasureAnswerDelays } from './measure-answer-delays.job';
export { OperatorsApi, OperatorsJobs } from './operators.module';

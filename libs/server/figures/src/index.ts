export { FiguresApi, FiguresJobs } from './figures.module';
export { TakeFigures } from './take-figures.job';

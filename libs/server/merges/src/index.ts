export { MergesApi, MergesJobs } from './merges.module';

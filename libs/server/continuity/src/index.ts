export { ContinuityApi, ContinuityJobs } from './continuity.module';
export { MovePacks } from './move-packs.job';

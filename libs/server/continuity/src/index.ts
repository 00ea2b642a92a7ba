export { ContinuityApi } from './continuity.module';

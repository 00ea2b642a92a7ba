export { InterviewsApi, InterviewsJobs, InterviewsModule } from './interviews.module';
// The listed edge continuity → interviews: open actions change hands with a caseload.
export { TakeOverActions } from './take-over-actions';

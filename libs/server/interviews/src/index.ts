export { InterviewsApi, InterviewsJobs } from './interviews.module';

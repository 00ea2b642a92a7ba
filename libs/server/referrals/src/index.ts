export { ReferralsApi, ReferralsJobs } from './referrals.module';

export { ActOnDueDates } from './act-on-due-dates.job';
export { AlertEmptyQueues } from './alert-empty-queues.job';
export { ReferralsApi, ReferralsJobs } from './referrals.module';

export { ActOnDueDates } from './act-on-due-dates.job';
export { ActOnHandoverDates } from './act-on-handover-dates.job';
export { AlertEmptyQueues } from './alert-empty-queues.job';
export { ReferralsApi, ReferralsJobs } from './referrals.module';

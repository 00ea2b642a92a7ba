export { ActOnDueDates } from './act-on-due-dates.job';
export { ActOnHandoverDates } from './act-on-handover-dates.job';
export { AlertEmptyQueues } from './alert-empty-queues.job';
// The race tests call it as a merge does.
export { OnFilesMerged } from './on-files-merged.job';
export { ReferralsApi, ReferralsJobs, ReferralsModule } from './referrals.module';
// The listed edge continuity → referrals: leads and sides of referrals change hands with a caseload.
export { type FileTakenOver, TakeOverFiles } from './take-over-files';
export { REFERRAL_ROLES, type ReferralRole, TakeOverReferrals } from './take-over-referrals';

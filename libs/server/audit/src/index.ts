export { AuditApi, AuditJobs } from './audit.module';
export { RemindOfReviews } from './remind-of-reviews.job';
export { WatchReaders } from './watch-readers.job';

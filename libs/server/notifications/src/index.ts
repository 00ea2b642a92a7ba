export { NotificationsApi, NotificationsJobs } from './notifications.module';

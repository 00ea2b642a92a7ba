export { NotificationsApi, NotificationsJobs } from './notifications.module';
export { SendMessages } from './send-messages';

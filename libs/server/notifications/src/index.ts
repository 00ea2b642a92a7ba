export { DemoMailboxApi, NotificationsApi, NotificationsJobs } from './notifications.module';
export { SendMessages } from './send-messages';

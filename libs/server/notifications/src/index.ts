export { DemoMailboxApi, NotificationsApi, NotificationsJobs } from './notifications.module';
export { ReadBounces } from './read-bounces.job';
export { RemindAppointments } from './remind-appointments.job';
export { SendDigests } from './send-digests.job';
export { SendMessages } from './send-messages';

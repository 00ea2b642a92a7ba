import { Module } from '@nestjs/common';
import { AskPersonMessage } from './ask-person-message';
import { ChooseWays } from './choose-ways';
import { ClaimMessages } from './claim-messages';
import { DemoMailboxController } from './demo-mailbox.controller';
import { FollowChanges } from './follow-changes';
import { ListNotices } from './list-notices';
import { MessagesController } from './messages.controller';
import { NoticesController } from './notices.controller';
import { OnClockSteps } from './on-clock-steps.job';
import { OnAppointmentMoved } from './on-appointment-moved.job';
import { OnFileWatched } from './on-file-watched.job';
import { OnGlassBroken } from './on-glass-broken.job';
import { OnMergeMoved } from './on-merge-moved.job';
import { OnMessageTold } from './on-message-told.job';
import { OnPackMoved } from './on-pack-moved.job';
import { OnPersonConcerned } from './on-person-concerned.job';
import { OnHandoverMoved } from './on-handover-moved.job';
import { OnLinkMoved } from './on-link-moved.job';
import { OnReferralMoved } from './on-referral-moved.job';
import { OnSessionChanged } from './on-session-changed.job';
import { PersonReach } from './person-reach';
import { Postman } from './postman';
import { ReadBounces } from './read-bounces.job';
import { ReadNotices } from './read-notices';
import { RecordOutcome } from './record-outcome';
import { RemindAppointments } from './remind-appointments.job';
import { SendDigests } from './send-digests.job';
import { SendMessages } from './send-messages';
import { SettleMessages } from './settle-messages';
import { SettleReminders } from './settle-reminders';
import { ShowDemoMailbox } from './show-demo-mailbox';
import { TellPosts } from './tell-posts';
import { WhoIsTold } from './who-is-told';

/** Notices, and the stream that says that something changed. */
@Module({ providers: [ListNotices, ReadNotices, ChooseWays], exports: [ListNotices, ReadNotices, ChooseWays] })
export class NotificationsModule {}

/** The routes of notices, of mails that need somebody, and the live stream. */
@Module({
  imports: [NotificationsModule],
  providers: [FollowChanges, SettleMessages],
  controllers: [NoticesController, MessagesController],
})
export class NotificationsApi {}

/** The mails written as files: registered in demo mode only. */
@Module({ providers: [ShowDemoMailbox], controllers: [DemoMailboxController] })
export class DemoMailboxApi {}

const telling = [
  WhoIsTold,
  TellPosts,
  SettleReminders,
  AskPersonMessage,
  OnAppointmentMoved,
  OnReferralMoved,
  OnSessionChanged,
  OnGlassBroken,
  OnHandoverMoved,
  OnLinkMoved,
  OnPackMoved,
  OnPersonConcerned,
  OnMergeMoved,
  OnMessageTold,
  OnClockSteps,
  OnFileWatched,
];
const sending = [PersonReach, ClaimMessages, Postman, RecordOutcome];
const byTheClock = [SendMessages, SendDigests, RemindAppointments, ReadBounces];

/** What is told to whom when something happened, and the mails that leave. */
@Module({ providers: [...telling, ...sending, ...byTheClock], exports: byTheClock })
export class NotificationsJobs {}

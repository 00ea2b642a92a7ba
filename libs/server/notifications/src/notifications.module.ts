import { Module } from '@nestjs/common';
import { AskPersonMessage } from './ask-person-message';
import { ClaimMessages } from './claim-messages';
import { DemoMailboxController } from './demo-mailbox.controller';
import { FollowChanges } from './follow-changes';
import { ListNotices } from './list-notices';
import { NoticePreferences } from './notice-preferences';
import { NoticesController } from './notices.controller';
import { OnGlassBroken } from './on-glass-broken.job';
import { OnPersonConcerned } from './on-person-concerned.job';
import { OnReferralMoved } from './on-referral-moved.job';
import { PersonReach } from './person-reach';
import { Postman } from './postman';
import { ReadBounces } from './read-bounces.job';
import { ReadNotices } from './read-notices';
import { RecordOutcome } from './record-outcome';
import { RemindAppointments } from './remind-appointments.job';
import { SendDigests } from './send-digests.job';
import { SendMessages } from './send-messages';
import { SettleReminders } from './settle-reminders';
import { ShowDemoMailbox } from './show-demo-mailbox';
import { TellPosts } from './tell-posts';
import { WhoIsTold } from './who-is-told';

/** Notices, and the stream that says that something changed. */
@Module({ providers: [ListNotices, ReadNotices, NoticePreferences], exports: [ListNotices, ReadNotices, NoticePreferences] })
export class NotificationsModule {}

/** The routes of notices and the live stream. */
@Module({ imports: [NotificationsModule], providers: [FollowChanges], controllers: [NoticesController] })
export class NotificationsApi {}

/** The mails written as files: registered in demo mode only. */
@Module({ providers: [ShowDemoMailbox], controllers: [DemoMailboxController] })
export class DemoMailboxApi {}

const telling = [WhoIsTold, TellPosts, SettleReminders, AskPersonMessage, OnReferralMoved, OnGlassBroken, OnPersonConcerned];
const sending = [PersonReach, ClaimMessages, Postman, RecordOutcome];
const byTheClock = [SendMessages, SendDigests, RemindAppointments, ReadBounces];

/** What is told to whom when something happened, and the mails that leave. */
@Module({ providers: [...telling, ...sending, ...byTheClock], exports: byTheClock })
export class NotificationsJobs {}

import { Module } from '@nestjs/common';
import { ClaimMessages } from './claim-messages';
import { DemoMailboxController } from './demo-mailbox.controller';
import { FollowChanges } from './follow-changes';
import { ListNotices } from './list-notices';
import { NoticePreferences } from './notice-preferences';
import { NoticesController } from './notices.controller';
import { OnGlassBroken } from './on-glass-broken.job';
import { OnReferralMoved } from './on-referral-moved.job';
import { PersonReach } from './person-reach';
import { Postman } from './postman';
import { ReadNotices } from './read-notices';
import { RecordOutcome } from './record-outcome';
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

const telling = [WhoIsTold, TellPosts, SettleReminders, OnReferralMoved, OnGlassBroken];
const sending = [PersonReach, ClaimMessages, Postman, RecordOutcome, SendMessages];

/** What is told to whom when something happened, and the mails that leave. */
@Module({ providers: [...telling, ...sending], exports: [SendMessages] })
export class NotificationsJobs {}

import { Module } from '@nestjs/common';
import { FollowChanges } from './follow-changes';
import { ListNotices } from './list-notices';
import { NoticePreferences } from './notice-preferences';
import { NoticesController } from './notices.controller';
import { OnGlassBroken } from './on-glass-broken.job';
import { OnReferralMoved } from './on-referral-moved.job';
import { ReadNotices } from './read-notices';
import { SettleReminders } from './settle-reminders';
import { TellPosts } from './tell-posts';
import { WhoIsTold } from './who-is-told';

/** Notices, and the stream that says that something changed. */
@Module({ providers: [ListNotices, ReadNotices, NoticePreferences], exports: [ListNotices, ReadNotices, NoticePreferences] })
export class NotificationsModule {}

/** The routes of notices and the live stream. */
@Module({ imports: [NotificationsModule], providers: [FollowChanges], controllers: [NoticesController] })
export class NotificationsApi {}

/** What is told to whom when something happened. */
@Module({ providers: [WhoIsTold, TellPosts, SettleReminders, OnReferralMoved, OnGlassBroken] })
export class NotificationsJobs {}

import { Module } from '@nestjs/common';
import { FollowChanges } from './follow-changes';
import { ListNotices } from './list-notices';
import { NoticesController } from './notices.controller';
import { OnReferralMoved } from './on-referral-moved.job';
import { ReadNotices } from './read-notices';

/** Notices, and the stream that says that something changed. */
@Module({ providers: [ListNotices, ReadNotices], exports: [ListNotices, ReadNotices] })
export class NotificationsModule {}

/** The routes of notices and the live stream. */
@Module({ imports: [NotificationsModule], providers: [FollowChanges], controllers: [NoticesController] })
export class NotificationsApi {}

/** What is told to whom when something happened. */
@Module({ providers: [OnReferralMoved] })
export class NotificationsJobs {}

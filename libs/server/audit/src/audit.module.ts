import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { ListGlasses } from './list-glasses';
import { ListJournal } from './list-journal';
import { ListSuspicions } from './list-suspicions';
import { RemindOfReviews } from './remind-of-reviews.job';
import { ReviewGlass } from './review-glass';
import { SettleSuspicion } from './settle-suspicion';
import { WatchReaders } from './watch-readers.job';

@Module({ providers: [ListGlasses, ListJournal, ListSuspicions, ReviewGlass, SettleSuspicion], controllers: [AuditController] })
export class AuditApi {}

/** In the worker: who reads out of curiosity, which reviews wait too long. */
@Module({ providers: [RemindOfReviews, WatchReaders], exports: [RemindOfReviews, WatchReaders] })
export class AuditJobs {}

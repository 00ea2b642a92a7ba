import { Module } from '@nestjs/common';
import { BringFileBack } from './bring-file-back';
import { CarryFile } from './carry-file';
import { JoinFields } from './join-fields';
import { ListMerges } from './list-merges';
import { MergesController } from './merges.controller';
import { OnMergeAnswered } from './on-merge-answered.job';
import { ProposeMerge } from './propose-merge';
import { ReviewMerge } from './review-merge';
import { UndoMerge } from './undo-merge';
import { WithdrawMerge } from './withdraw-merge';

/** Two files of one person: proposed by one, checked by another. */
@Module({ providers: [ListMerges, ProposeMerge, ReviewMerge, UndoMerge, WithdrawMerge], controllers: [MergesController] })
export class MergesApi {}

/** What was approved is carried out, or undone, in one transaction of the worker. */
@Module({ providers: [BringFileBack, CarryFile, JoinFields, OnMergeAnswered] })
export class MergesJobs {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppointmentsModule } from '@relais/server/appointments';
import { AcceptReferral } from './accept-referral';
import { ActOnDueDates } from './act-on-due-dates.job';
import { ActOnHandoverDates } from './act-on-handover-dates.job';
import { AddToPacket } from './add-to-packet';
import { AlertEmptyQueues } from './alert-empty-queues.job';
import { AnswerHandover } from './answer-handover';
import { CarryOutEffects } from './carry-out-effects';
import { ClaimPerson } from './claim-person';
import { CoordinateReferral } from './coordinate-referral';
import { CoordinationController } from './coordination.controller';
import { DeclineReferral } from './decline-referral';
import { GiveReminders } from './give-reminders';
import { HandOver } from './hand-over';
import { HandoverEntity } from './handover.entity';
import { HandoversController } from './handovers.controller';
import { LeadOfFile } from './lead-of-file';
import { ListReferrals } from './list-referrals';
import { LogUnmetNeed } from './log-unmet-need';
import { MakeMove } from './make-move';
import { OnDestinationNamed } from './on-destination-named.job';
import { OnFilesMerged } from './on-files-merged.job';
import { OnPersonMet } from './on-person-met.job';
import { OnPersonOpposed } from './on-person-opposed.job';
import { OnReminderSettled } from './on-reminder-settled.job';
import { OnReferralRerouted } from './on-referral-rerouted.job';
import { PackReferral } from './pack-referral';
import { Places } from './places';
import { PreviewPacket } from './preview-packet';
import { PrintPersonSheet } from './print-person-sheet';
import { ProposeHandover } from './propose-handover';
import { RecordContact } from './record-contact';
import { ReferralEntity } from './referral.entity';
import { ReferralMovesController } from './referral-moves.controller';
import { ReferralsController } from './referrals.controller';
import { SendReferral } from './send-referral';
import { ShowHandovers } from './show-handovers';
import { ShowReferral } from './show-referral';
import { SnoozeReferral } from './snooze-referral';
import { StandingOfPost } from './standing-of-post';
import { TakeOverFiles } from './take-over-files';
import { TakeOverReferrals } from './take-over-referrals';
import { PlacesController, TriageController } from './triage.controller';
import { WatchReferral } from './watch-referral';
import { WriteDraft } from './write-draft';

const useCases = [
  AcceptReferral,
  AddToPacket,
  AnswerHandover,
  ClaimPerson,
  CoordinateReferral,
  DeclineReferral,
  ListReferrals,
  MakeMove,
  Places,
  PreviewPacket,
  PrintPersonSheet,
  ProposeHandover,
  RecordContact,
  SendReferral,
  ShowHandovers,
  ShowReferral,
  SnoozeReferral,
  TakeOverFiles,
  TakeOverReferrals,
  WatchReferral,
  WriteDraft,
];

/** Referrals: their drafts, their pack, their moves, their queues. Accepting may plan the first meeting: a listed edge to appointments. */
@Module({
  imports: [TypeOrmModule.forFeature([HandoverEntity, ReferralEntity]), AppointmentsModule],
  providers: [...useCases, CarryOutEffects, HandOver, LeadOfFile, LogUnmetNeed, OnPersonMet, OnPersonOpposed, PackReferral, StandingOfPost],
  exports: [...useCases, HandOver],
})
export class ReferralsModule {}

/** The routes of referrals. */
@Module({
  imports: [ReferralsModule],
  controllers: [
    ReferralsController,
    ReferralMovesController,
    CoordinationController,
    HandoversController,
    PlacesController,
    TriageController,
  ],
})
export class ReferralsApi {}

/** What referrals react to in the worker, and what they do by the clock. */
@Module({
  imports: [ReferralsModule],
  providers: [
    ActOnDueDates,
    ActOnHandoverDates,
    AlertEmptyQueues,
    GiveReminders,
    OnDestinationNamed,
    OnFilesMerged,
    OnReferralRerouted,
    OnReminderSettled,
  ],
  exports: [ActOnDueDates, ActOnHandoverDates, AlertEmptyQueues],
})
export class ReferralsJobs {}

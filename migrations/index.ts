import { Foundations1763900000001 } from './0001-foundations';
import { Accounts1763900000002 } from './0002-accounts';
import { Operators1763900000003 } from './0003-operators';
import { Beneficiaries1763900000004 } from './0004-beneficiaries';
import { Sharing1763900000005 } from './0005-sharing';
import { Interviews1763900000006 } from './0006-interviews';
import { Referrals1763900000007 } from './0007-referrals';
import { Journal1763900000008 } from './0008-journal';
import { SchemaVersion1763900000009 } from './0009-schema-version';
import { PeopleSearch1763900000010 } from './0010-people-search';
import { Sessions1763900000020 } from './0020-sessions';
import { DraftsAndActions1763900000030 } from './0030-drafts-and-actions';
import { Packs1763900000040 } from './0040-packs';
import { LiteralRegions1763900000050 } from './0050-literal-regions';
import { ReferralDrafts1763900000060 } from './0060-referral-drafts';
import { LinksTold1763900000100 } from './0100-links-told';
import { ActionPlan1763900000110 } from './0110-action-plan';
import { Coordination1763900000120 } from './0120-coordination';
import { UnmetNeeds1763900000121 } from './0121-unmet-needs';
import { Claims1763900000122 } from './0122-claims';
import { Handovers1763900000123 } from './0123-handovers';
import { MovedOn1763900000128 } from './0128-moved-on';
import { TriageDesk1763900000130 } from './0130-triage-desk';
import { NoticeWays1763900000135 } from './0135-notice-ways';
import { Messages1763900000136 } from './0136-messages';
import { SecondFactor1763900000140 } from './0140-second-factor';
import { Watching1763900000141 } from './0141-watching';
import { ClosedRegions1763900000150 } from './0150-closed-regions';
import { NewestMigration1763900000151 } from './0151-newest-migration';
import { Figures1763900000160 } from './0160-figures';
import { HierarchyOfLeads1763900000170 } from './0170-hierarchy-of-leads';
import { EarlySearch1763900000175 } from './0175-early-search';
import { SearchPace1763900000176 } from './0176-search-pace';
import { SearchAlone1763900000177 } from './0177-search-alone';
import { RemindersTold1763900000193 } from './0193-reminders-told';
import { Absences1763900000200 } from './0200-absences';
import { LeadPeriods1763900000201 } from './0201-lead-periods';
import { ContinuityPacks1763900000202 } from './0202-continuity-packs';
import { OverlapsEnd1763900000203 } from './0203-overlaps-end';
import { Clocks1763900000210 } from './0210-clocks';
import { Outreach1763900000211 } from './0211-outreach';
import { Agenda1763900000220 } from './0220-agenda';
import { Away1763900000221 } from './0221-away';
import { Places1763900000230 } from './0230-places';
import { AwayNoLonger1763900000240 } from './0240-away-no-longer';
import { WhatStays1763900000241 } from './0241-what-stays';
import { RegionOnce1763900000248 } from './0248-region-once';
import { LighterSteps1763900000249 } from './0249-lighter-steps';
import { FileMerges1763900000250 } from './0250-file-merges';
import { NobodyHeardOfTomorrow1763900000251 } from './0251-nobody-heard-of-tomorrow';
import { ProposalsWithdrawn1763900000252 } from './0252-proposals-withdrawn';
import { AgesReceived1763900000253 } from './0253-ages-received';
import { NumbersLeadOn1763900000254 } from './0254-numbers-lead-on';

export { CARRIED, STAYING } from './merging/carried';
export { createPartition, regionPolicy, tenantTables, type TenantTable } from './tables/tenant-table';

/** Every migration, oldest first. Only ever added to. */
export const migrations = [
  Foundations1763900000001,
  Accounts1763900000002,
  Operators1763900000003,
  Beneficiaries1763900000004,
  Sharing1763900000005,
  Interviews1763900000006,
  Referrals1763900000007,
  Journal1763900000008,
  SchemaVersion1763900000009,
  PeopleSearch1763900000010,
  Sessions1763900000020,
  DraftsAndActions1763900000030,
  Packs1763900000040,
  LiteralRegions1763900000050,
  ReferralDrafts1763900000060,
  LinksTold1763900000100,
  ActionPlan1763900000110,
  Coordination1763900000120,
  UnmetNeeds1763900000121,
  Claims1763900000122,
  Handovers1763900000123,
  MovedOn1763900000128,
  TriageDesk1763900000130,
  NoticeWays1763900000135,
  Messages1763900000136,
  SecondFactor1763900000140,
  Watching1763900000141,
  ClosedRegions1763900000150,
  NewestMigration1763900000151,
  Figures1763900000160,
  HierarchyOfLeads1763900000170,
  EarlySearch1763900000175,
  SearchPace1763900000176,
  SearchAlone1763900000177,
  RemindersTold1763900000193,
  Absences1763900000200,
  LeadPeriods1763900000201,
  ContinuityPacks1763900000202,
  OverlapsEnd1763900000203,
  Clocks1763900000210,
  Outreach1763900000211,
  Agenda1763900000220,
  Away1763900000221,
  Places1763900000230,
  AwayNoLonger1763900000240,
  WhatStays1763900000241,
  RegionOnce1763900000248,
  LighterSteps1763900000249,
  FileMerges1763900000250,
  NobodyHeardOfTomorrow1763900000251,
  ProposalsWithdrawn1763900000252,
  AgesReceived1763900000253,
  NumbersLeadOn1763900000254,
] as const;

/** Name of the newest migration: what a running program expects of the schema. */
export const LAST_MIGRATION =
  [...migrations].sort((one, other) => one.name.slice(-13).localeCompare(other.name.slice(-13))).at(-1)?.name ?? '';

import type {
  Closure,
  DeclineReason,
  HeldFor,
  Id,
  Instant,
  Milestone,
  Outcome,
  Referral,
  ReferralKind,
  ReferralState,
  RegionCode,
  Side,
} from '@relais/domain';
import { IdColumn, InstantColumn, RegionColumn } from '@relais/server/kernel';
import { Column, Entity } from 'typeorm';

/** Nobody recommended or decided anything yet, nor named a second choice. */
export const NOT_SAID = {
  recommendedUnitId: null,
  recommendedByPostId: null,
  recommendedAt: null,
  decidedUnitId: null,
  decidedByPostId: null,
  decidedAt: null,
  thenUnitIds: [] as Id[],
};

@Entity({ schema: 'app', name: 'referral' })
export class ReferralEntity implements Referral {
  @RegionColumn()
  region!: RegionCode;

  @IdColumn()
  id!: Id;

  @Column({ type: 'uuid', name: 'beneficiary_id' })
  beneficiaryId!: Id;

  @Column({ type: 'text' })
  kind!: ReferralKind;

  @Column({ type: 'text' })
  need!: string;

  @Column({ type: 'text' })
  theme!: string;

  @Column({ type: 'boolean' })
  urgent!: boolean;

  @Column({ type: 'text' })
  message!: string;

  @Column({ type: 'jsonb' })
  included!: Id[];

  /** Where the sender would turn next, in order. */
  @Column({ type: 'jsonb', name: 'then_unit_ids' })
  thenUnitIds!: Id[];

  @Column({ type: 'jsonb' })
  summary!: object;

  @Column({ type: 'text' })
  status!: ReferralState;

  @InstantColumn('status_since')
  statusSince!: Instant;

  @Column({ type: 'text', name: 'previous_status', nullable: true })
  previousStatus!: ReferralState | null;

  @Column({ type: 'text', name: 'held_for', nullable: true })
  heldFor!: HeldFor | null;

  @Column({ type: 'text', nullable: true })
  closure!: Closure | null;

  @Column({ type: 'text', nullable: true })
  outcome!: Outcome | null;

  @Column({ type: 'text', name: 'outcome_note', nullable: true })
  outcomeNote!: string | null;

  @Column({ type: 'text', name: 'decline_reason', nullable: true })
  declineReason!: DeclineReason | null;

  @Column({ type: 'uuid', name: 'sender_operator_id' })
  senderOperatorId!: Id;

  @Column({ type: 'uuid', name: 'sender_unit_id' })
  senderUnitId!: Id;

  @Column({ type: 'uuid', name: 'sender_post_id' })
  senderPostId!: Id;

  @Column({ type: 'uuid', name: 'receiver_operator_id' })
  receiverOperatorId!: Id;

  @Column({ type: 'uuid', name: 'receiver_unit_id' })
  receiverUnitId!: Id;

  @Column({ type: 'uuid', name: 'claimed_by_post_id', nullable: true })
  claimedByPostId!: Id | null;

  @Column({ type: 'uuid', name: 'accountable_post_id', nullable: true })
  accountablePostId!: Id | null;

  @Column({ type: 'uuid', name: 'parent_id', nullable: true })
  parentId!: Id | null;

  @Column({ type: 'uuid', name: 'successor_id', nullable: true })
  successorId!: Id | null;

  @Column({ type: 'uuid', name: 'packet_id', nullable: true })
  packetId!: Id | null;

  /** Where somebody thought that the person should go, and where it was decided: never merged. */
  @Column({ type: 'uuid', name: 'recommended_unit_id', nullable: true })
  recommendedUnitId!: Id | null;

  @Column({ type: 'uuid', name: 'recommended_by_post_id', nullable: true })
  recommendedByPostId!: Id | null;

  @InstantColumn('recommended_at', { nullable: true })
  recommendedAt!: Instant | null;

  @Column({ type: 'uuid', name: 'decided_unit_id', nullable: true })
  decidedUnitId!: Id | null;

  @Column({ type: 'uuid', name: 'decided_by_post_id', nullable: true })
  decidedByPostId!: Id | null;

  @InstantColumn('decided_at', { nullable: true })
  decidedAt!: Instant | null;

  @InstantColumn('sent_at', { nullable: true })
  sentAt!: Instant | null;

  @InstantColumn('accepted_at', { nullable: true })
  acceptedAt!: Instant | null;

  @InstantColumn('first_contact_at', { nullable: true })
  firstContactAt!: Instant | null;

  @InstantColumn('last_contact_at', { nullable: true })
  lastContactAt!: Instant | null;

  @InstantColumn('closed_at', { nullable: true })
  closedAt!: Instant | null;

  @InstantColumn('decide_since', { nullable: true })
  decideSince!: Instant | null;

  @Column({ type: 'int', name: 'decide_spent_minutes' })
  decideSpentMinutes!: number;

  @InstantColumn('contact_since', { nullable: true })
  contactSince!: Instant | null;

  @Column({ type: 'int', name: 'contact_spent_minutes' })
  contactSpentMinutes!: number;

  @Column({ type: 'int', name: 'hold_minutes_used' })
  holdMinutesUsed!: number;

  @InstantColumn('review_at', { nullable: true })
  reviewAt!: Instant | null;

  @InstantColumn('resume_at', { nullable: true })
  resumeAt!: Instant | null;

  @InstantColumn('due_at', { nullable: true })
  dueAt!: Instant | null;

  @Column({ type: 'text', name: 'due_milestone', nullable: true })
  dueMilestone!: Milestone | null;

  @Column({ type: 'boolean', name: 'decline_returned' })
  declineReturned!: boolean;

  @Column({ type: 'boolean', name: 'cancel_objected' })
  cancelObjected!: boolean;

  @Column({ type: 'boolean', name: 'result_contested' })
  resultContested!: boolean;

  @Column({ type: 'boolean' })
  opposed!: boolean;

  @Column({ type: 'text', name: 'closed_by_kind', nullable: true })
  closedByKind!: Side | null;

  @Column({ type: 'uuid', name: 'closed_by_post_id', nullable: true })
  closedByPostId!: Id | null;

  @Column({ type: 'int' })
  sequence!: number;

  @InstantColumn('created_at')
  createdAt!: Instant;

  @InstantColumn('updated_at')
  updatedAt!: Instant;

  @Column({ type: 'int' })
  version!: number;
}

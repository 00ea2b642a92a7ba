import { type Id, type Instant, REFERRAL_KINDS, REFERRAL_STATES, type ReferralKind, type ReferralState } from '@relais/domain';
import { Flag, IdField, InstantField, ListOf, Nested, OneOf, Text, Texts, Whole, Wholes } from '@relais/server/kernel';
import { PacketSummary, PacketView } from './packet.messages';
import {
  AppointmentOfReferral,
  DateAhead,
  Destination,
  LinkOfChain,
  MoveView,
  PartyOfReferral,
  PersonOfReferral,
  TransitionView,
  WaitOfReferral,
} from './thread.messages';

/** A referral as its thread. */
export class ReferralView {
  @IdField()
  id!: Id;

  @Whole()
  version!: number;

  @OneOf(REFERRAL_KINDS)
  kind!: ReferralKind;

  @Text({ max: 2000 })
  need!: string;

  @Text({ max: 400 })
  theme!: string;

  @Flag()
  urgent!: boolean;

  @OneOf(REFERRAL_STATES)
  status!: ReferralState;

  @InstantField()
  statusSince!: Instant;

  @Text({ min: 0, max: 400, nullable: true })
  closure!: string | null;

  @Text({ min: 0, max: 400, nullable: true })
  outcome!: string | null;

  @Text({ min: 0, max: 2000, nullable: true })
  outcomeNote!: string | null;

  @Text({ min: 0, max: 400, nullable: true })
  declineReason!: string | null;

  @OneOf(['sender', 'receiver', 'none'])
  side!: 'sender' | 'receiver' | 'none';

  @Nested(() => PersonOfReferral)
  person!: PersonOfReferral;

  @Nested(() => PartyOfReferral)
  sender!: PartyOfReferral;

  @Nested(() => PartyOfReferral)
  receiver!: PartyOfReferral;

  @IdField({ nullable: true })
  accountablePostId!: Id | null;

  @IdField({ nullable: true })
  claimedByPostId!: Id | null;

  @IdField({ nullable: true })
  parentId!: Id | null;

  @IdField({ nullable: true, description: 'The referral that goes on in its place, once it was rerouted or superseded.' })
  successorId!: Id | null;

  @InstantField({ nullable: true })
  sentAt!: Instant | null;

  @InstantField({ nullable: true })
  acceptedAt!: Instant | null;

  @InstantField({ nullable: true })
  firstContactAt!: Instant | null;

  @InstantField({ nullable: true })
  lastContactAt!: Instant | null;

  @InstantField({ nullable: true })
  closedAt!: Instant | null;

  @InstantField({ nullable: true })
  reviewAt!: Instant | null;

  @InstantField({ nullable: true })
  resumeAt!: Instant | null;

  @InstantField()
  createdAt!: Instant;

  @InstantField()
  updatedAt!: Instant;

  @Nested(() => WaitOfReferral, { nullable: true })
  wait!: WaitOfReferral | null;

  @OneOf(['sender', 'receiver', 'other', 'none'])
  leadWith!: 'sender' | 'receiver' | 'other' | 'none';

  @ListOf(() => DateAhead)
  ahead!: DateAhead[];

  /** Reminders already given, the latest first. */
  @ListOf(() => DateAhead)
  reminders!: DateAhead[];

  @ListOf(() => LinkOfChain)
  chain!: LinkOfChain[];

  @Whole({ nullable: true, description: 'Days from sending to the first contact, or until now while none is proven.' })
  contactDays!: number | null;

  /** Days after sending at which the agreement counts first contacts. */
  @Wholes()
  contactMarks!: number[];

  @ListOf(() => TransitionView)
  transitions!: TransitionView[];

  @Text({ min: 0, max: 4000 })
  message!: string;

  @Texts({ length: 36 })
  included!: Id[];

  /** The sender's own next choices, in order. */
  @ListOf(() => Destination)
  thenTo!: Destination[];

  @Flag({ description: 'Whether the reader may add to the packet now.' })
  mayAdd!: boolean;

  @Nested(() => PacketView, { nullable: true })
  packet!: PacketView | null;

  @Nested(() => PacketSummary, { nullable: true })
  summary!: PacketSummary | null;

  @Nested(() => AppointmentOfReferral, { nullable: true })
  appointment!: AppointmentOfReferral | null;

  @ListOf(() => Destination)
  alternatives!: Destination[];

  @ListOf(() => MoveView)
  moves!: MoveView[];
}

import {
  type AbsenceStanding,
  type CivilDate,
  FRAGILITY_REASONS,
  type FragilityReason,
  type Id,
  type Instant,
  PACK_ENDS,
  PACK_FILE_REASONS,
  PACK_FILE_STATES,
  PACK_STATES,
  PACK_STAYS,
  type PackEnd,
  type PackFileReason,
  type PackFileState,
  type PackState,
  type PackStay,
} from '@relais/domain';
import { CivilDateField, Flag, IdField, Ids, InstantField, ListOf, Nested, OneOf, SomeOf, Text, Whole } from '@relais/server/kernel';

const STANDINGS = ['own', 'leads', 'reads'] as const satisfies readonly AbsenceStanding[];
const HAPPENINGS = ['interview', 'appointment', 'action_done', 'referral_sent'] as const;

/** Who takes the caseload, and whether it comes back. Several share it by load. */
export class PreparePackRequest {
  @OneOf(PACK_ENDS)
  endsAs!: PackEnd;

  @Ids({ max: 12 })
  receiverPostIds!: Id[];
}

/** A colleague who takes: what they carry now, what comes on top, in usual files. */
export class PackReceiver {
  @IdField()
  postId!: Id;

  @Text({ max: 400 })
  name!: string;

  @Whole({ description: 'Files of the pack' })
  files!: number;

  @Whole({ description: 'Caseload now, in usual files' })
  load!: number;

  @Whole({ description: 'What comes on top, in usual files' })
  gains!: number;
}

/** What moves, in numbers. */
export class PackTotals {
  @Whole()
  files!: number;

  @Whole({ description: 'Files whose referent changes' })
  leads!: number;

  @Whole()
  referrals!: number;

  @Whole()
  actions!: number;

  @Whole()
  appointments!: number;

  @Whole({ description: 'Meetings at an hour at which the colleague has one already' })
  clashes!: number;

  @Whole()
  waiting!: number;

  @Whole()
  moved!: number;

  @Whole()
  refused!: number;

  @Whole()
  undone!: number;

  @Whole()
  returned!: number;

  @Whole({ description: 'Files that stay with whoever has them now' })
  kept!: number;
}

/** A pack, how far it is, and who takes what. */
export class PackView {
  @IdField()
  id!: Id;

  @Whole()
  version!: number;

  @IdField()
  absenceId!: Id;

  @IdField()
  postId!: Id;

  @Text({ max: 400 })
  name!: string;

  @OneOf(PACK_ENDS)
  endsAs!: PackEnd;

  @OneOf(PACK_STATES)
  status!: PackState;

  @CivilDateField()
  beginsOn!: CivilDate;

  @CivilDateField({ nullable: true })
  returnsOn!: CivilDate | null;

  @InstantField({ nullable: true })
  movedAt!: Instant | null;

  @InstantField({ nullable: true })
  undoUntil!: Instant | null;

  @OneOf(STANDINGS)
  standing!: AbsenceStanding;

  @Nested(() => PackTotals)
  totals!: PackTotals;

  @ListOf(() => PackReceiver)
  receivers!: PackReceiver[];
}

/** Which files of a pack, and from where on. */
export class PackFilesQuery {
  @OneOf(PACK_FILE_STATES, { optional: true })
  status?: PackFileState;

  @Text({ optional: true, max: 9, pattern: /^\d+$/, description: 'The place of the last file read' })
  after?: string;
}

/** Something that happened while a colleague had the file. */
export class Happening {
  @OneOf(HAPPENINGS)
  kind!: (typeof HAPPENINGS)[number];

  @InstantField()
  at!: Instant;
}

/** One file of a pack: why it is fragile, what moves with it, to whom, and what became of it. */
export class PackFileLine {
  @IdField({ nullable: true, description: 'Null for whoever does not read names' })
  beneficiaryId!: Id | null;

  @Text({ max: 400, nullable: true })
  name!: string | null;

  @Whole()
  place!: number;

  @SomeOf(FRAGILITY_REASONS)
  reasons!: FragilityReason[];

  @Flag()
  leads!: boolean;

  @Whole()
  referrals!: number;

  @Whole()
  actions!: number;

  @Whole()
  appointments!: number;

  @Whole()
  clashes!: number;

  @Text({ min: 0, max: 4000, nullable: true })
  nextAction!: string | null;

  @CivilDateField({ nullable: true })
  nextActionOn!: CivilDate | null;

  @InstantField({ nullable: true })
  nextAppointmentAt!: Instant | null;

  @Text({ max: 400 })
  toName!: string;

  @OneOf(PACK_FILE_STATES)
  status!: PackFileState;

  @OneOf(PACK_FILE_REASONS, { nullable: true })
  reason!: PackFileReason | null;

  @SomeOf(PACK_STAYS, { description: 'Why something of it stays where it is' })
  stays!: PackStay[];

  @ListOf(() => Happening)
  meanwhile!: Happening[];
}

/** Files of a pack, the most fragile first. */
export class PackFilePage {
  @ListOf(() => PackFileLine)
  items!: PackFileLine[];

  @Text({ nullable: true })
  next!: string | null;
}

/** Files that I have from a colleague who is away. */
export class ReceivedPack {
  @IdField()
  packId!: Id;

  @Text({ max: 400 })
  fromName!: string;

  @Whole()
  files!: number;

  @CivilDateField({ nullable: true })
  returnsOn!: CivilDate | null;
}

/** What I have from colleagues, the latest first. */
export class ReceivedPackList {
  @ListOf(() => ReceivedPack)
  items!: ReceivedPack[];
}

import { type Id, INTERVIEW_THEMES, type InterviewTheme, type ReferralKind } from '@relais/domain';
import { Decimal, Flag, IdField, Ids, ListOf, Nested, OneOf, PageQuery, Text, Texts, Whole } from '@relais/server/kernel';
import { AgreementAnswer } from './moves.messages';
import { ReferralLine } from './referral-line.messages';

/** Kinds that an accompanying unit writes, `self` for what the person asks; a `claim` begins with the receiver. */
const WRITTEN_KINDS = ['add', 'redirect', 'assess', 'self'] as const satisfies readonly ReferralKind[];

/** Queues of referrals of a team. */
export const BOXES = ['received', 'to_contact', 'in_progress', 'sent', 'draft', 'done', 'snoozed'] as const;

/** A queue. */
export type Box = (typeof BOXES)[number];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A new draft. */
export class CreateReferralRequest {
  @IdField()
  beneficiaryId!: Id;

  @OneOf(WRITTEN_KINDS)
  kind!: (typeof WRITTEN_KINDS)[number];

  @Text({ max: 2000 })
  need!: string;

  @OneOf(INTERVIEW_THEMES)
  theme!: InterviewTheme;

  @Flag({ optional: true })
  urgent?: boolean;

  @IdField()
  receiverUnitId!: Id;

  @IdField({ optional: true })
  parentId?: Id;

  @Texts({ optional: true, max: 50, length: 36 })
  included?: Id[];

  @Ids({ optional: true, max: 3 })
  thenUnitIds?: Id[];

  @Text({ min: 0, max: 4000, optional: true })
  message?: string;
}

/** Asking for a person whom one has met; `cardId` names an index card. */
export class ClaimRequest {
  @IdField()
  cardId!: Id;

  @Text({ max: 2000 })
  need!: string;

  @OneOf(INTERVIEW_THEMES)
  theme!: InterviewTheme;

  @Flag({ optional: true })
  urgent?: boolean;

  @Text({ min: 0, max: 4000, optional: true })
  message?: string;

  /** What the person said to the one who asks. */
  @Nested(() => AgreementAnswer)
  agreement!: AgreementAnswer;
}

/** What changes in a draft. */
export class EditReferralRequest {
  @OneOf(WRITTEN_KINDS, { optional: true })
  kind?: (typeof WRITTEN_KINDS)[number];

  @Text({ max: 2000, optional: true })
  need?: string;

  @OneOf(INTERVIEW_THEMES, { optional: true })
  theme?: InterviewTheme;

  @Flag({ optional: true })
  urgent?: boolean;

  @IdField({ optional: true })
  receiverUnitId?: Id;

  @Texts({ optional: true, max: 50, length: 36 })
  included?: Id[];

  @Ids({ optional: true, max: 3 })
  thenUnitIds?: Id[];

  @Text({ min: 0, max: 4000, optional: true })
  message?: string;
}

/** Which queue, and where to go on. */
export class BoxQuery extends PageQuery {
  @OneOf(BOXES)
  box!: Box;
}

/** A page of a queue. */
export class ReferralsPage {
  @ListOf(() => ReferralLine)
  items!: ReferralLine[];

  @Text({ max: 400, nullable: true })
  next!: string | null;
}

/** How many wait in each queue; each count stops at 1000. */
export class ReferralCounts {
  @Whole()
  received!: number;

  @Whole()
  to_contact!: number;

  @Whole()
  in_progress!: number;

  @Whole()
  sent!: number;

  @Whole()
  draft!: number;

  @Whole()
  done!: number;

  @Whole()
  snoozed!: number;

  @Whole()
  overdue!: number;

  @Decimal({ nullable: true, description: 'Median working days of the unit from sending to its answer; null under five answers.' })
  usualDays!: number | null;
}

/** The identifiers among texts; what is none was never in the timeline. */
export function idsOf(texts: readonly string[] | undefined): Id[] | undefined {
  return texts?.filter((text) => UUID.test(text));
}

import { type Id, type Instant, MERGE_FIELDS, MERGE_STATES, type MergeField, type MergeState } from '@relais/domain';
import { Flag, IdField, Ids, InstantField, ListOf, OneOf, SomeOf, Text } from '@relais/server/kernel';

export class ProposeMergeRequest {
  @IdField({ description: 'The file that stays.' })
  survivorId!: Id;

  @IdField({ description: 'The file that goes into it.' })
  absorbedId!: Id;

  @SomeOf(MERGE_FIELDS, { description: 'Fields whose value comes from the file that goes; all others keep that of the file that stays.' })
  takes!: MergeField[];

  @Text({ min: 10, max: 2000 })
  reason!: string;
}

/** A no is explained to the one who proposed. */
export class RefuseMergeRequest {
  @Text({ min: 10, max: 2000 })
  answer!: string;
}

export class MergeView {
  @IdField()
  id!: Id;

  @OneOf(MERGE_STATES)
  status!: MergeState;

  @IdField()
  survivorId!: Id;

  @IdField()
  absorbedId!: Id;

  @Text({ nullable: true, description: 'Null while the file is closed to the reader.' })
  survivorName!: string | null;

  @Text({ nullable: true, description: 'Null while the file is closed to the reader, and once it was merged.' })
  absorbedName!: string | null;

  @SomeOf(MERGE_FIELDS)
  takes!: MergeField[];

  @Text({ max: 2000 })
  reason!: string;

  @Text()
  proposerName!: string;

  @InstantField()
  proposedAt!: Instant;

  @Flag({ description: 'Whether the reader proposed it.' })
  mine!: boolean;

  @Text({ nullable: true })
  reviewerName!: string | null;

  @InstantField({ nullable: true })
  reviewedAt!: Instant | null;

  @Text({ min: 0, max: 2000, description: 'Why it was refused.' })
  answer!: string;

  @Text({ nullable: true, description: 'Code of what changed before it could be carried out, or why it can’t be approved now.' })
  obstacle!: string | null;

  @InstantField({ nullable: true })
  mergedAt!: Instant | null;

  @InstantField({ nullable: true })
  undoUntil!: Instant | null;

  @InstantField({ nullable: true })
  undoneAt!: Instant | null;

  @Ids({ description: 'Referrals that existed twice and gave way; they stay closed when the merge is undone.' })
  supersededIds!: Id[];

  @Flag({ description: 'Whether somebody noted that the two are not the same person.' })
  toldApart!: boolean;

  @Flag({ description: 'Whether the reader may answer the proposal now.' })
  answerable!: boolean;

  @Flag({ description: 'Whether the reader may take the proposal back now.' })
  withdrawable!: boolean;

  @Flag({ description: 'Whether the reader may undo the merge now.' })
  undoable!: boolean;
}

export class MergeList {
  @ListOf(() => MergeView)
  items!: MergeView[];
}

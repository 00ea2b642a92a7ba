import type { CivilDate, Id } from '@relais/domain';
import { CivilDateField, Flag, IdField, ListOf, Text, Whole } from '@relais/server/kernel';

/** What somebody of a unit carries. */
export class CaseloadView {
  @IdField()
  postId!: Id;

  @Text({ max: 400 })
  name!: string;

  @Text({ max: 400 })
  unitName!: string;

  @Whole()
  files!: number;

  @Whole({ description: 'In usual files: a fragile one counts for more' })
  load!: number;

  @Whole({ description: 'Files with something that makes them fragile' })
  fragile!: number;

  @Whole({ description: 'Files with a meeting in the next fortnight' })
  meetings!: number;

  @CivilDateField({ nullable: true, description: 'Away today or from this day on' })
  awayFrom!: CivilDate | null;

  @CivilDateField({ nullable: true })
  awayUntil!: CivilDate | null;
}

/** Who carries what in a unit and below it. */
export class CaseloadList {
  @ListOf(() => CaseloadView)
  items!: CaseloadView[];
}

/** What a post still answers for. */
export class HoldingsView {
  @IdField()
  postId!: Id;

  @Text({ max: 400 })
  name!: string;

  @Flag()
  active!: boolean;

  @Whole()
  files!: number;

  @Whole()
  referrals!: number;

  @Whole()
  actions!: number;

  @Whole()
  appointments!: number;
}

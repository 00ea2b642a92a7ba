import type { CivilDate, Id } from '@relais/domain';
import { CivilDateField, IdField, Text, Whole } from '@relais/server/kernel';

/** What the person wants, in their words, as the file shows it while it is open. */
export class GoalOfFile {
  @IdField()
  id!: Id;

  @Text({ max: 500 })
  words!: string;

  @Text()
  status!: string;
}

/** An open task of the file: what, by whom, until which day. */
export class ActionOfFile {
  @IdField()
  id!: Id;

  @Text({ max: 500 })
  words!: string;

  @Text()
  owner!: string;

  @CivilDateField({ nullable: true })
  dueOn!: CivilDate | null;

  @Whole()
  version!: number;
}

import {
  ABSENCE_KINDS,
  ABSENCE_REASONS,
  type AbsenceKind,
  type AbsenceReason,
  type AbsenceStanding,
  type CivilDate,
  type Id,
} from '@relais/domain';
import { CivilDateField, Flag, IdField, ListOf, OneOf, Text, Whole } from '@relais/server/kernel';

const STANDINGS = ['own', 'leads', 'reads'] as const satisfies readonly AbsenceStanding[];

/** When and why a post is away. */
export class NoteAbsenceRequest {
  @OneOf(ABSENCE_KINDS)
  kind!: AbsenceKind;

  @OneOf(ABSENCE_REASONS, { description: 'A code that says nothing of health' })
  reason!: AbsenceReason;

  @CivilDateField()
  startsOn!: CivilDate;

  @CivilDateField({ nullable: true, description: 'The last day away; none for a departure' })
  endsOn!: CivilDate | null;
}

/** Until when a post is away after all. */
export class MoveLastDayRequest {
  @CivilDateField({ description: 'The last day away; not one that has passed' })
  endsOn!: CivilDate;
}

/** An absence with the names around it. */
export class AbsenceView {
  @IdField()
  id!: Id;

  @Whole()
  version!: number;

  @IdField()
  postId!: Id;

  @Text({ max: 400 })
  name!: string;

  @IdField()
  unitId!: Id;

  @Text({ max: 400 })
  unitName!: string;

  @OneOf(ABSENCE_KINDS)
  kind!: AbsenceKind;

  @OneOf(ABSENCE_REASONS)
  reason!: AbsenceReason;

  @CivilDateField()
  startsOn!: CivilDate;

  @CivilDateField({ nullable: true })
  endsOn!: CivilDate | null;

  @Flag({ description: 'Away today' })
  away!: boolean;

  @OneOf(STANDINGS, { description: 'Where the reader stands: it is their own, they lead the unit, or they only read it' })
  standing!: AbsenceStanding;
}

/** Who is away in one's unit and below it, now or soon; the next one first. */
export class AbsenceList {
  @ListOf(() => AbsenceView)
  items!: AbsenceView[];
}

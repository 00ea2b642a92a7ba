import {
  type CivilDate,
  CONTACT_PREFERENCES,
  type ContactPreference,
  type Id,
  type Instant,
  LIKENESS_REASONS,
  type LikenessReason,
  SHARING_STATUSES,
  SHARING_WAYS,
  type SharingStatus,
  type SharingWay,
  SITUATION_KINDS,
  type SituationKind,
} from '@relais/domain';
import { CivilDateField, Decimal, Flag, IdField, Ids, InstantField, ListOf, OneOf, SomeOf, Text, Whole } from '@relais/server/kernel';

const NAME = /^[\p{L}\p{M}' ’.-]+$/u;

/** What a person is first known by; only the names and the birth date are required. */
export class CreateBeneficiaryRequest {
  @Text({ max: 80, pattern: NAME })
  familyName!: string;

  @Text({ max: 80, pattern: NAME })
  givenName!: string;

  @CivilDateField()
  birthDate!: CivilDate;

  @OneOf(SHARING_STATUSES, { description: 'Whether the person was told, agreed or opposes sharing.' })
  sharing!: SharingStatus;

  @OneOf(SHARING_WAYS)
  how!: SharingWay;

  @Text({ max: 30, optional: true })
  phone?: string;

  @Text({ max: 254, optional: true })
  email?: string;

  @Ids({ optional: true, max: 50, description: 'Index cards that were seen while creating, and are somebody else.' })
  notThem?: Id[];
}

/** Corrections of a file: what is absent stays, null empties. */
export class EditBeneficiaryRequest {
  @Text({ max: 80, pattern: NAME, optional: true })
  familyName?: string;

  @Text({ max: 80, pattern: NAME, optional: true })
  givenName?: string;

  @Text({ max: 80, pattern: NAME, optional: true, nullable: true })
  birthName?: string | null;

  @Text({ max: 80, pattern: NAME, optional: true, nullable: true })
  nameOfUse?: string | null;

  @Text({ max: 40, optional: true, nullable: true })
  pronoun?: string | null;

  @CivilDateField({ optional: true })
  birthDate?: CivilDate;

  @Text({ max: 30, optional: true, nullable: true })
  phone?: string | null;

  @Text({ max: 254, optional: true, nullable: true })
  email?: string | null;

  @Text({ max: 300, optional: true, nullable: true })
  street?: string | null;

  @Text({ max: 5, optional: true, nullable: true })
  communeCode?: string | null;

  @Flag({ optional: true })
  interpreter?: boolean;

  @OneOf(CONTACT_PREFERENCES, { optional: true })
  contactPreference?: ContactPreference;

  @Text({ min: 0, max: 1000, optional: true })
  contactRule?: string;

  @Flag({ optional: true })
  unsafeToContact?: boolean;
}

/** A line of "my files". */
export class FileLine {
  @IdField()
  id!: Id;

  @Text()
  name!: string;

  @Text()
  fileNumber!: string;

  @CivilDateField()
  birthDate!: CivilDate;

  @Text({ nullable: true })
  referentName!: string | null;

  @Flag()
  mine!: boolean;

  @InstantField({ nullable: true })
  lastContactAt!: Instant | null;

  @Text({ nullable: true, max: 500 })
  nextStep!: string | null;
}

export class FilesPage {
  @ListOf(() => FileLine)
  items!: FileLine[];

  @Text({ nullable: true, max: 400 })
  next!: string | null;
}

export class SearchRequest {
  @Text({ min: 2, max: 80 })
  text!: string;
}

export class CandidatesRequest {
  @Text({ min: 0, max: 80 })
  familyName!: string;

  @Text({ min: 0, max: 80 })
  givenName!: string;

  @CivilDateField({ optional: true })
  birthDate?: CivilDate;

  @Text({ max: 30, optional: true })
  phone?: string;

  @Text({ max: 254, optional: true })
  email?: string;
}

/** Whom to ask about a person: the operators that accompany them; a sensitive one is not named. */
export class AskedUnit {
  @Text({ nullable: true })
  operator!: string | null;

  @Text({ nullable: true })
  unit!: string | null;
}

/** Somebody found: in full when their file is open to the reader, else an index card without name or identifier. */
export class PersonCard {
  @IdField({ description: 'Opaque reference of the index card.' })
  cardId!: Id;

  @IdField({ nullable: true })
  id!: Id | null;

  @Flag({ description: 'The file is open to the reader.' })
  mine!: boolean;

  @Text({ description: 'The name, or its initials.' })
  name!: string;

  @Text({ nullable: true })
  fileNumber!: string | null;

  @CivilDateField({ nullable: true })
  birthDate!: CivilDate | null;

  @Whole()
  birthYear!: number;

  @Text()
  status!: string;

  @Decimal({ min: 0, max: 1 })
  score!: number;

  @SomeOf(LIKENESS_REASONS)
  reasons!: LikenessReason[];

  @ListOf(() => AskedUnit)
  asks!: AskedUnit[];
}

export class PeopleFound {
  @ListOf(() => PersonCard)
  items!: PersonCard[];
}

export class SituationRequest {
  @OneOf(SITUATION_KINDS)
  kind!: SituationKind;

  @Text({ min: 0, max: 2000 })
  detail!: string;

  @CivilDateField()
  validFrom!: CivilDate;
}

export class SharingRequest {
  @OneOf(SHARING_STATUSES)
  status!: SharingStatus;

  @OneOf(SHARING_WAYS)
  how!: SharingWay;

  @Text({ min: 0, max: 500, optional: true })
  detail?: string;
}

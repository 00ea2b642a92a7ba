import {
  ACCESS_BASES,
  type AccessBasis,
  type CivilDate,
  CONTACT_PREFERENCES,
  type ContactPreference,
  FILE_STATUSES,
  type FileStatus,
  type Id,
  type Instant,
  REPRESENTATIVE_RELATIONS,
  type RepresentativeRelation,
  SHARING_STATUSES,
  SHARING_WAYS,
  type SharingStatus,
  type SharingWay,
  SITUATION_KINDS,
  type SituationKind,
  SUPPORT_SCHEMES,
  type SupportScheme,
} from '@relais/domain';
import { CivilDateField, Flag, IdField, InstantField, ListOf, Nested, OneOf, Text, Whole } from '@relais/server/kernel';
import { ActionOfFile, GoalOfFile } from './plan-views.messages';

/** Who answers for continuity: a post, or a unit's queue. */
export class LeadView {
  @IdField({ nullable: true })
  postId!: Id | null;

  @IdField()
  unitId!: Id;

  @Text({ nullable: true, description: 'Name of the referent; null while the file waits in a queue.' })
  name!: string | null;

  @Text()
  unitName!: string;

  @Text({ nullable: true, description: 'Null when the operator is sensitive and not the reader’s own.' })
  operatorName!: string | null;
}

export class SupportView {
  @IdField()
  id!: Id;

  @IdField({ nullable: true })
  unitId!: Id | null;

  @Text({ nullable: true })
  unitName!: string | null;

  @Text({ nullable: true })
  operatorName!: string | null;

  @Text({ nullable: true })
  referentName!: string | null;

  @OneOf(SUPPORT_SCHEMES)
  scheme!: SupportScheme;

  @CivilDateField()
  openedOn!: CivilDate;

  @CivilDateField({ nullable: true })
  closedOn!: CivilDate | null;

  @Flag({ description: 'Of the reader’s own unit.' })
  mine!: boolean;
}

export class SituationView {
  @IdField()
  id!: Id;

  @OneOf(SITUATION_KINDS)
  kind!: SituationKind;

  @Text({ min: 0, max: 2000 })
  detail!: string;

  @CivilDateField()
  validFrom!: CivilDate;

  @CivilDateField({ nullable: true })
  validUntil!: CivilDate | null;

  @Text()
  authorName!: string;

  @Text({ nullable: true })
  operatorName!: string | null;
}

export class RepresentativeView {
  @IdField()
  id!: Id;

  @Text()
  givenName!: string;

  @Text()
  familyName!: string;

  @OneOf(REPRESENTATIVE_RELATIONS)
  relation!: RepresentativeRelation;

  @Text({ nullable: true })
  phone!: string | null;

  @Flag()
  parentalAuthority!: boolean;
}

export class SharingView {
  @OneOf(SHARING_STATUSES)
  status!: SharingStatus;

  @OneOf(SHARING_WAYS, { nullable: true })
  how!: SharingWay | null;

  @InstantField({ nullable: true })
  recordedAt!: Instant | null;

  @Text({ nullable: true })
  authorName!: string | null;
}

/** The shared file of a person, as those who accompany them read it. */
export class BeneficiaryView {
  @IdField()
  id!: Id;

  @Text()
  fileNumber!: string;

  @Text()
  name!: string;

  @Text()
  familyName!: string;

  @Text()
  givenName!: string;

  @Text({ nullable: true })
  birthName!: string | null;

  @Text({ nullable: true })
  nameOfUse!: string | null;

  @Text({ nullable: true })
  pronoun!: string | null;

  @CivilDateField()
  birthDate!: CivilDate;

  @Flag({ description: 'Under 18 today, in the region.' })
  minor!: boolean;

  @Text({ nullable: true })
  phone!: string | null;

  @Text({ nullable: true })
  email!: string | null;

  @Text({ nullable: true, max: 400 })
  street!: string | null;

  @Text({ nullable: true })
  communeCode!: string | null;

  @Text({ nullable: true })
  communeName!: string | null;

  @Text()
  language!: string;

  @Flag()
  interpreter!: boolean;

  @OneOf(CONTACT_PREFERENCES)
  contactPreference!: ContactPreference;

  @Text({ min: 0, max: 1000 })
  contactRule!: string;

  @Flag()
  unsafeToContact!: boolean;

  @OneOf(FILE_STATUSES)
  status!: FileStatus;

  @Nested(() => LeadView, { nullable: true })
  lead!: LeadView | null;

  @Nested(() => SharingView)
  sharing!: SharingView;

  @ListOf(() => SupportView)
  supports!: SupportView[];

  @ListOf(() => SituationView)
  situations!: SituationView[];

  @ListOf(() => RepresentativeView)
  representatives!: RepresentativeView[];

  @ListOf(() => GoalOfFile)
  goals!: GoalOfFile[];

  @ListOf(() => ActionOfFile)
  actions!: ActionOfFile[];

  @OneOf(ACCESS_BASES, { description: 'Why the reader sees this file.' })
  why!: AccessBasis;

  @InstantField({ nullable: true, description: 'When a broken glass closes again.' })
  openUntil!: Instant | null;

  @InstantField({ nullable: true })
  lastContactAt!: Instant | null;

  @InstantField()
  createdAt!: Instant;

  @Whole()
  version!: number;
}

import { type Id, INTERVIEW_THEMES, type Instant, type InterviewTheme } from '@relais/domain';
import { Decimal, Flag, IdField, InstantField, ListOf, OneOf, Text, Whole } from '@relais/server/kernel';

/** An operator of the region, as everyone may know it. A sensitive one is "another organisation" to the others. */
export class OperatorLine {
  @IdField()
  id!: Id;

  @Text()
  kind!: string;

  @Text({ nullable: true, description: 'Null when the operator is sensitive and not the reader’s own.' })
  name!: string | null;

  @Text()
  status!: string;

  @Flag()
  mine!: boolean;

  @Whole()
  units!: number;
}

export class OperatorList {
  @ListOf(() => OperatorLine, { max: 2000 })
  items!: OperatorLine[];
}

/** One node of an operator's tree. */
export class UnitOfTree {
  @IdField()
  id!: Id;

  @IdField({ nullable: true })
  parentId!: Id | null;

  @Text()
  kind!: string;

  @Text()
  name!: string;

  @Text({ min: 0, max: 400 })
  address!: string;

  @Text({ nullable: true })
  communeName!: string | null;

  @Flag()
  receivesReferrals!: boolean;

  @Whole()
  depth!: number;
}

export class OperatorView {
  @IdField()
  id!: Id;

  @Text()
  kind!: string;

  @Text()
  name!: string;

  @Text()
  status!: string;

  @ListOf(() => UnitOfTree, { max: 2000 })
  units!: UnitOfTree[];

  @Whole()
  version!: number;
}

/** A professional of a unit of one's own operator. */
export class Colleague {
  @IdField()
  id!: Id;

  @Text()
  givenName!: string;

  @Text()
  familyName!: string;

  @Text()
  role!: string;

  @Whole({ description: 'Files led: who is already loaded.' })
  files!: number;
}

export class ColleagueList {
  @ListOf(() => Colleague, { max: 500 })
  items!: Colleague[];

  @Whole({ nullable: true, description: 'Places left in the unit; null where it says nothing of it.' })
  places!: number | null;

  @InstantField({ nullable: true })
  placesAt!: Instant | null;
}

/** From where distances are measured: a commune, instead of the reader's own site. */
export class DestinationQuery {
  @Text({ min: 5, max: 5, optional: true, pattern: /^[0-9][0-9AB][0-9]{3}$/ })
  near?: string;

  @IdField({ optional: true, description: 'For whom: their commune, and what became of their former referrals.' })
  person?: Id;

  @OneOf(INTERVIEW_THEMES, { optional: true })
  theme?: InterviewTheme;
}

/** A team of another operator that receives referrals. */
export class DestinationLine {
  @IdField()
  unitId!: Id;

  @Text()
  unitName!: string;

  @IdField()
  operatorId!: Id;

  @Text()
  operatorName!: string;

  @Text()
  operatorKind!: string;

  @Text({ nullable: true })
  communeName!: string | null;

  @Text({ min: 0, max: 2000 })
  summary!: string;

  @Decimal({ nullable: true, description: 'Kilometres from the named commune or the reader’s own site, as the crow flies.' })
  km!: number | null;

  @Decimal({
    nullable: true,
    description: 'Median working days from sending to the answer, over the last 180 days; null under five answers.',
  })
  usualDays!: number | null;

  @Flag({ description: 'Somebody works there: a referral will be seen.' })
  staffed!: boolean;

  @Whole({ nullable: true, description: 'Requests of the theme answered over the last 180 days; null under five.' })
  answered!: number | null;

  @Whole({ nullable: true })
  accepted!: number | null;

  @InstantField({ nullable: true, description: 'When this team last declined the person, over the last 180 days.' })
  declinedAt!: Instant | null;

  @Text({ nullable: true })
  declineReason!: string | null;

  @Whole({ nullable: true, description: 'Places left; null where the team says nothing of it.' })
  places!: number | null;

  @InstantField({ nullable: true })
  placesAt!: Instant | null;

  @Whole({ nullable: true, description: 'Age in years from which somebody is received.' })
  ageFrom!: number | null;

  @Whole({ nullable: true, description: 'Age in years up to which somebody is received, the whole year of it.' })
  ageTo!: number | null;

  @Flag({ description: 'The person named is younger or older than that.' })
  outOfAge!: boolean;

  @Flag({ description: 'A referral of the person is open there.' })
  open!: boolean;
}

export class DestinationList {
  @ListOf(() => DestinationLine, { max: 2000 })
  items!: DestinationLine[];
}

import { type CivilDate, type Id, type Instant } from '@relais/domain';
import { CivilDateField, Flag, IdField, InstantField, ListOf, Text, Whole } from '@relais/server/kernel';

/** Hours of one weekday, as minutes after midnight in the region. */
export class AvailabilityWindow {
  @Whole({ min: 1, max: 7, description: '1 is Monday.' })
  weekday!: number;

  @Whole({ min: 0, max: 1439 })
  from!: number;

  @Whole({ min: 1, max: 1440 })
  to!: number;

  @Text({ min: 0, max: 200 })
  place!: string;
}

export class KeepAvailabilityRequest {
  @ListOf(() => AvailabilityWindow, { max: 50 })
  windows!: AvailabilityWindow[];
}

export class AvailabilityView {
  @Flag({ description: 'Whether the professional said their hours; those of the region are supposed otherwise.' })
  said!: boolean;

  @ListOf(() => AvailabilityWindow, { max: 50 })
  windows!: AvailabilityWindow[];
}

export class BusyQuery {
  @IdField()
  postId!: Id;

  @CivilDateField()
  from!: CivilDate;

  @CivilDateField()
  to!: CivilDate;
}

/** When a professional is taken; never by what. */
export class BusySpan {
  @InstantField()
  startsAt!: Instant;

  @InstantField()
  endsAt!: Instant;
}

export class BusyView {
  @Text()
  name!: string;

  @Text()
  unitName!: string;

  @Flag()
  said!: boolean;

  @ListOf(() => AvailabilityWindow, { max: 50 })
  windows!: AvailabilityWindow[];

  @ListOf(() => BusySpan, { max: 2000 })
  items!: BusySpan[];
}

export class PartnersQuery {
  @IdField()
  beneficiaryId!: Id;
}

/** A professional who accompanies the person, or a team of which any will do. */
export class Partner {
  @IdField({ nullable: true })
  postId!: Id | null;

  @IdField()
  unitId!: Id;

  @Text({ nullable: true })
  name!: string | null;

  @Text()
  unitName!: string;

  @Text()
  operatorName!: string;

  @Flag({ description: 'Of one’s own operator.' })
  mine!: boolean;
}

/** Who may join a meeting with a person, and how the person may be reached. */
export class PartnerList {
  @ListOf(() => Partner, { max: 200 })
  items!: Partner[];

  @Flag()
  unsafeToContact!: boolean;

  @Text({ min: 0, nullable: true, max: 2000 })
  contactRule!: string | null;
}

export class SlotsQuery {
  @IdField({ optional: true, description: 'Who meets the person: a colleague of the same operator; without one, the acting post.' })
  hostId?: Id;

  @IdField({ optional: true, description: 'A second professional, of any operator.' })
  withPostId?: Id;

  @IdField({ optional: true, description: 'A team of which anybody may be the second professional.' })
  withUnitId?: Id;

  @Whole({ min: 5, max: 480 })
  minutes!: number;

  @Whole({ min: 0, max: 120, optional: true, description: 'Minutes that stay free before and after.' })
  buffer?: number;

  @CivilDateField({ optional: true })
  from?: CivilDate;

  @CivilDateField({ description: 'The last day.' })
  before!: CivilDate;

  @Text({ min: 0, max: 200, optional: true })
  place?: string;
}

export class SlotView {
  @InstantField()
  startsAt!: Instant;

  @Whole()
  minutes!: number;

  @Text({ min: 0 })
  place!: string;

  @IdField()
  hostId!: Id;

  @IdField({ nullable: true })
  withPostId!: Id | null;

  @Text({ nullable: true })
  withName!: string | null;
}

export class SlotList {
  @Flag({ description: 'Whether everybody said their hours; those of the region are supposed otherwise.' })
  said!: boolean;

  @ListOf(() => SlotView, { max: 3 })
  items!: SlotView[];
}

export class ClashesQuery {
  @InstantField()
  startsAt!: Instant;

  @Whole({ min: 5, max: 480 })
  minutes!: number;

  @IdField({ optional: true, description: 'Who meets the person; without one, the acting post.' })
  hostId?: Id;

  @IdField({ optional: true })
  withPostId?: Id;

  @IdField({ optional: true, description: 'The meeting that is about to move.' })
  appointmentId?: Id;
}

/** Something that stands at a time. */
export class Clash {
  @IdField()
  postId!: Id;

  @Flag()
  mine!: boolean;

  @InstantField()
  startsAt!: Instant;

  @InstantField()
  endsAt!: Instant;

  @Text({ nullable: true, description: 'The person or the session; of one’s own agenda alone.' })
  name!: string | null;
}

export class ClashList {
  @ListOf(() => Clash, { max: 100 })
  items!: Clash[];
}

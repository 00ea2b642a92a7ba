import { APPOINTMENT_STATUSES, type AppointmentStatus, type CivilDate, type Id, type Instant } from '@relais/domain';
import { CivilDateField, Flag, IdField, InstantField, ListOf, OneOf, PageQuery, Text, Whole } from '@relais/server/kernel';

export class PlanAppointmentRequest {
  @IdField()
  beneficiaryId!: Id;

  @InstantField()
  startsAt!: Instant;

  @Whole({ min: 5, max: 480 })
  minutes!: number;

  @Text({ min: 0, optional: true })
  place?: string;

  @Text({ min: 0, optional: true })
  purpose?: string;

  @IdField({ optional: true })
  referralId?: Id;

  @IdField({ optional: true, description: 'A colleague of the same operator; without one, the acting post.' })
  postId?: Id;

  @IdField({ optional: true, description: 'A second professional at the meeting, of any operator.' })
  withPostId?: Id;

  @Flag({ optional: true, description: 'Planned although something else stands at that time; without it, that is refused.' })
  beside?: boolean;
}

export class MoveAppointmentRequest {
  @InstantField()
  startsAt!: Instant;

  @Whole({ min: 5, max: 480, optional: true })
  minutes?: number;

  @Text({ min: 0, optional: true })
  place?: string;

  @Flag({ optional: true, description: 'Moved although something else stands at that time; without it, that is refused.' })
  beside?: boolean;
}

export class AgendaQuery extends PageQuery {
  @CivilDateField()
  from!: CivilDate;

  @CivilDateField()
  to!: CivilDate;
}

export class AppointmentView {
  @IdField()
  id!: Id;

  @IdField()
  beneficiaryId!: Id;

  @Text()
  name!: string;

  @Flag()
  unsafeToContact!: boolean;

  @Text({ min: 0, nullable: true, max: 2000 })
  contactRule!: string | null;

  @IdField()
  postId!: Id;

  @Text({ nullable: true })
  hostName!: string | null;

  @IdField({ nullable: true })
  withPostId!: Id | null;

  @Text({ nullable: true })
  withName!: string | null;

  @IdField({ nullable: true })
  groupSessionId!: Id | null;

  @IdField()
  operatorId!: Id;

  @IdField()
  unitId!: Id;

  @Text({ nullable: true })
  unitName!: string | null;

  @IdField({ nullable: true })
  referralId!: Id | null;

  @InstantField()
  startsAt!: Instant;

  @Whole()
  minutes!: number;

  @Text({ min: 0 })
  place!: string;

  @Text({ min: 0 })
  purpose!: string;

  @OneOf(APPOINTMENT_STATUSES)
  status!: AppointmentStatus;

  @IdField({ nullable: true })
  interviewId!: Id | null;

  @Whole()
  version!: number;
}

export class AgendaPage {
  @ListOf(() => AppointmentView)
  items!: AppointmentView[];

  @Text({ max: 400, nullable: true })
  next!: string | null;
}

export class AppointmentList {
  @ListOf(() => AppointmentView, { max: 500 })
  items!: AppointmentView[];
}

import { APPOINTMENT_STATUSES, type AppointmentStatus, type CivilDate, type Id, type Instant } from '@relais/domain';
import { CivilDateField, IdField, InstantField, ListOf, OneOf, PageQuery, Text, Whole } from '@relais/server/kernel';

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

  @IdField()
  postId!: Id;

  @IdField()
  unitId!: Id;

  @Text()
  unitName!: string;

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

import {
  APPOINTMENT_STATUSES,
  type AppointmentStatus,
  type CivilDate,
  GROUP_SESSION_STATUSES,
  type GroupSessionStatus,
  type Id,
  type Instant,
  MOST_SEATS,
} from '@relais/domain';
import { CivilDateField, Flag, IdField, InstantField, ListOf, OneOf, Text, Whole } from '@relais/server/kernel';

export class PlanGroupSessionRequest {
  @Text({ max: 200 })
  title!: string;

  @InstantField()
  startsAt!: Instant;

  @Whole({ min: 5, max: 480 })
  minutes!: number;

  @Whole({ min: 1, max: MOST_SEATS })
  capacity!: number;

  @Text({ min: 0, max: 200, optional: true })
  place?: string;

  @Flag({ optional: true, description: 'Planned although something else stands at that time; without it, that is refused.' })
  beside?: boolean;
}

export class MoveGroupSessionRequest {
  @InstantField()
  startsAt!: Instant;

  @Whole({ min: 5, max: 480, optional: true })
  minutes?: number;

  @Whole({ min: 1, max: MOST_SEATS, optional: true })
  capacity?: number;

  @Text({ min: 0, max: 200, optional: true })
  place?: string;

  @Flag({ optional: true, description: 'Moved although something else stands at that time; without it, that is refused.' })
  beside?: boolean;
}

export class GroupSessionsQuery {
  @CivilDateField()
  from!: CivilDate;

  @CivilDateField()
  to!: CivilDate;
}

export class SeatRequest {
  @IdField()
  beneficiaryId!: Id;
}

/** A collective session of one's operator. */
export class GroupSessionLine {
  @IdField()
  id!: Id;

  @IdField()
  postId!: Id;

  @Flag({ description: 'Whether the reader holds it.' })
  mine!: boolean;

  @Text()
  hostName!: string;

  @Text()
  unitName!: string;

  @Text()
  title!: string;

  @Text({ min: 0 })
  place!: string;

  @InstantField()
  startsAt!: Instant;

  @Whole()
  minutes!: number;

  @Whole()
  capacity!: number;

  @Whole({ description: 'Places that are not given back.' })
  taken!: number;

  @OneOf(GROUP_SESSION_STATUSES)
  status!: GroupSessionStatus;

  @Whole()
  version!: number;
}

export class GroupSessionList {
  @ListOf(() => GroupSessionLine, { max: 500 })
  items!: GroupSessionLine[];
}

/** One who is expected: an appointment of its own, so that it is reminded, honoured and counted like any other. */
export class Participant {
  @IdField()
  appointmentId!: Id;

  @IdField()
  beneficiaryId!: Id;

  @Text()
  name!: string;

  @OneOf(APPOINTMENT_STATUSES)
  status!: AppointmentStatus;

  @Flag()
  unsafeToContact!: boolean;

  @Text({ min: 0, nullable: true, max: 2000 })
  contactRule!: string | null;
}

export class GroupSessionView extends GroupSessionLine {
  @ListOf(() => Participant, { max: MOST_SEATS * 2 })
  participants!: Participant[];

  @Whole({ description: 'Places of people whose file is not open to the reader.' })
  hidden!: number;
}

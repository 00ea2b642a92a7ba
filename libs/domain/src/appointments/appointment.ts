import type { Id } from '../operators/actor';
import type { Refusal } from '../problems/refusals';
import { millisOf, type Instant } from '../time/time';

/** Statuses of an appointment. Source: domain.md §1, "Appointment". */
export const APPOINTMENT_STATUSES = ['planned', 'honoured', 'no_show', 'excused', 'cancelled'] as const;

/** What became of an appointment. `excused`: the person said in time that they would not come. */
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

/** Moves of an appointment, each with the status it leads to; all start from `planned`. */
export const APPOINTMENT_MOVES = {
  honour: 'honoured',
  no_show: 'no_show',
  excuse: 'excused',
  cancel: 'cancelled',
} as const satisfies Record<string, AppointmentStatus>;

/** A move of an appointment. */
export type AppointmentMove = keyof typeof APPOINTMENT_MOVES;

/** The part of an appointment that its moves need. `startsAt` is the slot's start, `referralId` the referral that it serves. */
export type Appointment = {
  readonly id: Id;
  readonly status: AppointmentStatus;
  readonly startsAt: Instant;
  readonly referralId: Id | null;
};

/**
 * Why an appointment can't be moved: it is settled, or its day has not come yet. A meeting may be honoured from an hour
 * before its slot, since people come early; nobody is absent before the slot has begun.
 */
export function whyNotAppointment(move: AppointmentMove, appointment: Appointment, now: Instant): Refusal | undefined {
  if (appointment.status !== 'planned') return { refused: 'appointment.settled', params: { status: appointment.status } };
  const early = millisOf(appointment.startsAt) - millisOf(now);
  if ((move === 'honour' && early > 3_600_000) || (move === 'no_show' && early > 0)) return { refused: 'appointment.not_yet' };
  return undefined;
}

/** The appointment after a move, or why not. */
export function moveAppointment<A extends Appointment>(move: AppointmentMove, appointment: A, now: Instant): A | Refusal {
  return whyNotAppointment(move, appointment, now) ?? { ...appointment, status: APPOINTMENT_MOVES[move] };
}

/** The contact that an appointment proves: only an honoured one, at its slot or when it was honoured if that is earlier. Source: referral.md, `in_progress`. */
export function contactOf(
  appointment: Appointment,
  now: Instant,
): { readonly kind: 'appointment'; readonly id: Id; readonly at: Instant } | undefined {
  if (appointment.status !== 'honoured') return undefined;
  return { kind: 'appointment', id: appointment.id, at: appointment.startsAt < now ? appointment.startsAt : now };
}

/** Events of appointments that change what two professionals agreed: both are told, and the person when it is safe to write. */
export const APPOINTMENT_TOLD = ['appointment.moved', 'appointment.cancelled'] as const;

/** One of them. */
export type AppointmentTold = (typeof APPOINTMENT_TOLD)[number];

/** What may be done about a meeting: it is given another moment, or one says what became of it. */
export type MeetingChange = AppointmentMove | 'move';

/** A meeting as whoever wants to change it sees it: `operatorId` holds it. */
export type Meeting = Appointment & { readonly operatorId: Id; readonly groupSessionId: Id | null };

/**
 * Why somebody of an operator can't change a meeting now: another operator holds it, it is settled, its hour has not come, or it follows its
 * group session. The API and every screen ask here.
 */
export function whyNotChanged(change: MeetingChange, meeting: Meeting, operatorId: Id | undefined, now: Instant): Refusal | undefined {
  if (meeting.operatorId !== operatorId) return { refused: 'permission.denied' };
  return change === 'move' ? whyNotMovable(meeting) : whyNotAppointment(change, meeting, now);
}

function whyNotMovable({ status, groupSessionId }: Pick<Meeting, 'status' | 'groupSessionId'>): Refusal | undefined {
  if (status !== 'planned') return { refused: 'appointment.settled', params: { status } };
  return groupSessionId === null ? undefined : { refused: 'appointment.of_session' };
}

/** Why a planned meeting can't be given another moment: it is settled, it follows its group session, or the moment has passed. */
export function whyNotMoved(meeting: Pick<Meeting, 'status' | 'groupSessionId'>, startsAt: Instant, now: Instant): Refusal | undefined {
  return whyNotMovable(meeting) ?? (startsAt <= now ? { refused: 'appointment.past', pointer: '/startsAt' } : undefined);
}

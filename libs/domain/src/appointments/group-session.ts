import type { Id } from '../operators/actor';
import type { Refusal } from '../problems/refusals';
import { type Instant, plusMinutes } from '../time/time';

/** Statuses of a collective session: it takes place once its hour has come unless it was cancelled. */
export const GROUP_SESSION_STATUSES = ['planned', 'cancelled'] as const;

/** Whether a collective session will take place. */
export type GroupSessionStatus = (typeof GROUP_SESSION_STATUSES)[number];

/** Most people in one session. */
export const MOST_SEATS = 200;

/** The part of a collective session that its rules need. `taken` counts the places that are not given back. */
export type GroupSession = {
  readonly id: Id;
  readonly status: GroupSessionStatus;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly capacity: number;
  readonly taken: number;
};

/** Why nobody can be given a place: the session is cancelled or over, or full. Latecomers are let in until it ends. */
export function whyNotSeat({ status, startsAt, minutes, capacity, taken }: GroupSession, now: Instant): Refusal | undefined {
  if (status !== 'planned' || plusMinutes(startsAt, minutes) <= now) return { refused: 'group.over' };
  return taken >= capacity ? { refused: 'group.full', params: { capacity } } : undefined;
}

/** What a session has once it is moved. */
export type SessionMoved = Pick<GroupSession, 'startsAt' | 'capacity'>;

/** Why a session can't be moved: it has begun or is cancelled, the moment has passed, or more people are expected than it would take. */
export function whyNotSessionMoved(session: GroupSession, to: SessionMoved, now: Instant): Refusal | undefined {
  const over = whyNotCancelled(session, now);
  if (over) return over;
  if (to.startsAt <= now) return { refused: 'appointment.past', pointer: '/startsAt' };
  return to.capacity < session.taken ? { refused: 'group.too_small', pointer: '/capacity', params: { taken: session.taken } } : undefined;
}

/** Why a session can't be cancelled: it has begun, or it is cancelled already. */
export function whyNotCancelled({ status, startsAt }: GroupSession, now: Instant): Refusal | undefined {
  return status !== 'planned' || startsAt <= now ? { refused: 'group.over' } : undefined;
}

import { plusMinutes, toInstant } from '../time/time';
import {
  APPOINTMENT_MOVES,
  APPOINTMENT_STATUSES,
  contactOf,
  moveAppointment,
  type Appointment,
  type AppointmentMove,
  whyNotChanged,
  whyNotMoved,
} from './appointment';

const startsAt = toInstant('2026-11-24T10:00:00+01:00');
const planned: Appointment = { id: 'appointment-1', status: 'planned', startsAt, referralId: null };
const after = plusMinutes(startsAt, 45);
const moves = Object.keys(APPOINTMENT_MOVES) as AppointmentMove[];

describe('an appointment', () => {
  it.each([
    ['honour', 'honoured'],
    ['no_show', 'no_show'],
    ['excuse', 'excused'],
    ['cancel', 'cancelled'],
  ] as const)('can be settled after its slot: %s makes it %s', (move, status) => {
    expect(moveAppointment(move, planned, after)).toEqual({ ...planned, status });
  });

  it('is settled once: nothing moves it afterwards', () => {
    for (const status of APPOINTMENT_STATUSES.filter((one) => one !== 'planned')) {
      for (const move of moves) {
        expect(moveAppointment(move, { ...planned, status }, after)).toEqual({ refused: 'appointment.settled', params: { status } });
      }
    }
  });

  it('can be excused or cancelled before its day, but not honoured nor missed', () => {
    const yesterday = plusMinutes(startsAt, -1440);
    expect(moveAppointment('excuse', planned, yesterday)).toMatchObject({ status: 'excused' });
    expect(moveAppointment('cancel', planned, yesterday)).toMatchObject({ status: 'cancelled' });
    expect(moveAppointment('honour', planned, yesterday)).toEqual({ refused: 'appointment.not_yet' });
    expect(moveAppointment('no_show', planned, yesterday)).toEqual({ refused: 'appointment.not_yet' });
  });

  it('welcomes a person who comes half an hour early, and calls nobody absent before the slot', () => {
    const early = plusMinutes(startsAt, -30);
    expect(moveAppointment('honour', planned, early)).toMatchObject({ status: 'honoured' });
    expect(moveAppointment('no_show', planned, early)).toEqual({ refused: 'appointment.not_yet' });
  });

  it('proves a contact only when honoured, and never in the future', () => {
    const honoured: Appointment = { ...planned, status: 'honoured' };
    expect(contactOf(honoured, after)).toEqual({ kind: 'appointment', id: 'appointment-1', at: startsAt });
    expect(contactOf(honoured, plusMinutes(startsAt, -30))?.at).toBe(plusMinutes(startsAt, -30));
    for (const status of ['planned', 'no_show', 'excused', 'cancelled'] as const) {
      expect(contactOf({ ...planned, status }, after)).toBeUndefined();
    }
  });

  it('can be given another moment to come while it is planned, but not a place in a session', () => {
    const alone = { ...planned, groupSessionId: null };
    const yesterday = plusMinutes(startsAt, -1440);
    expect(whyNotMoved(alone, plusMinutes(startsAt, 60), yesterday)).toBeUndefined();
    expect(whyNotMoved(alone, plusMinutes(startsAt, 1440), after)).toBeUndefined();
    expect(whyNotMoved(alone, yesterday, yesterday)).toEqual({ refused: 'appointment.past', pointer: '/startsAt' });
    expect(whyNotMoved({ ...alone, status: 'no_show' }, plusMinutes(after, 60), after)).toMatchObject({ refused: 'appointment.settled' });
    expect(whyNotMoved({ ...alone, groupSessionId: 'session-1' }, plusMinutes(after, 60), after)).toEqual({
      refused: 'appointment.of_session',
    });
  });

  it('is changed by the operator that holds it alone, each change at its time', () => {
    const meeting = { ...planned, operatorId: 'operator-1', groupSessionId: null };
    const yesterday = plusMinutes(startsAt, -1440);
    for (const change of ['move', ...moves] as const) {
      expect(whyNotChanged(change, meeting, 'operator-1', after)).toBeUndefined();
      expect(whyNotChanged(change, meeting, 'operator-2', after)).toEqual({ refused: 'permission.denied' });
      expect(whyNotChanged(change, { ...meeting, status: 'excused' }, 'operator-1', after)).toMatchObject({
        refused: 'appointment.settled',
      });
    }
    expect(whyNotChanged('no_show', meeting, 'operator-1', yesterday)).toEqual({ refused: 'appointment.not_yet' });
    expect(whyNotChanged('move', meeting, 'operator-1', yesterday)).toBeUndefined();
    const seat = { ...meeting, groupSessionId: 'session-1' };
    expect(whyNotChanged('move', seat, 'operator-1', yesterday)).toEqual({ refused: 'appointment.of_session' });
    expect(whyNotChanged('excuse', seat, 'operator-1', yesterday)).toBeUndefined();
  });
});

import { plusMinutes, toInstant } from '../time/time';
import { type GroupSession, whyNotCancelled, whyNotSeat, whyNotSessionMoved } from './group-session';

const startsAt = toInstant('2026-11-24T10:00:00+01:00');
const session: GroupSession = { id: 'session-1', status: 'planned', startsAt, minutes: 120, capacity: 8, taken: 7 };

describe('a collective session', () => {
  it('gives a place while there is one, until it ends', () => {
    expect(whyNotSeat(session, plusMinutes(startsAt, -1440))).toBeUndefined();
    expect(whyNotSeat(session, plusMinutes(startsAt, 30))).toBeUndefined();
    expect(whyNotSeat(session, plusMinutes(startsAt, 120))).toEqual({ refused: 'group.over' });
  });

  it('is full at its capacity', () => {
    expect(whyNotSeat({ ...session, taken: 8 }, startsAt)).toEqual({ refused: 'group.full', params: { capacity: 8 } });
  });

  it('moves to a moment to come, until it begins, with room for everybody who is expected', () => {
    const before = plusMinutes(startsAt, -1440);
    const later = { startsAt: plusMinutes(startsAt, 1440), capacity: 7 };
    expect(whyNotSessionMoved(session, later, before)).toBeUndefined();
    expect(whyNotSessionMoved(session, { ...later, capacity: 6 }, before)).toEqual({
      refused: 'group.too_small',
      pointer: '/capacity',
      params: { taken: 7 },
    });
    expect(whyNotSessionMoved(session, { ...later, startsAt: before }, before)).toEqual({
      refused: 'appointment.past',
      pointer: '/startsAt',
    });
    expect(whyNotSessionMoved(session, later, startsAt)).toEqual({ refused: 'group.over' });
    expect(whyNotSessionMoved({ ...session, status: 'cancelled' }, later, before)).toEqual({ refused: 'group.over' });
  });

  it('can be cancelled once, before it begins', () => {
    expect(whyNotCancelled(session, plusMinutes(startsAt, -1))).toBeUndefined();
    expect(whyNotCancelled(session, startsAt)).toEqual({ refused: 'group.over' });
    expect(whyNotCancelled({ ...session, status: 'cancelled' }, plusMinutes(startsAt, -60))).toEqual({ refused: 'group.over' });
    expect(whyNotSeat({ ...session, status: 'cancelled' }, startsAt)).toEqual({ refused: 'group.over' });
  });
});

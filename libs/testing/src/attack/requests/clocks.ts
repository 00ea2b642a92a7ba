import type { ValidRequests } from './request';

export const clockRequests: ValidRequests = {
  listDates: (s) => ({ as: s.me, query: { scope: 'mine' } }),
  listDatesOfPerson: (s) => ({ as: s.me, id: s.person.id }),
  startClock: (s) => ({
    as: s.me,
    id: s.person.id,
    body: { kind: 'contract_after_orientation', startedOn: s.dayIn(-2), detail: s.secret('Notifiée par courrier') },
  }),
  pauseClock: async (s) => ({
    as: s.me,
    id: (await s.clock()).id,
    body: { until: s.dayIn(20), proof: 'medical', detail: s.secret('Certificat reçu') },
  }),
  resumeClock: async (s) => ({ as: s.me, id: (await s.clock('paused')).id }),
  meetClock: async (s) => ({ as: s.me, id: (await s.clock()).id, body: { by: 'solution', on: s.dayIn(0) } }),
  dropClock: async (s) => ({ as: s.me, id: (await s.clock()).id, body: { because: 'in_error' } }),
  convenePerson: async (s) => {
    await s.representative();
    const body = { startsAt: s.inDays(3), minutes: 45, place: 'Bureau 3', purpose: s.secret('Convocation'), beside: true };
    return { as: s.me, id: (await s.clock('running', 'minor_without_solution')).id, body };
  },
};

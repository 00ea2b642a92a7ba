import { aGroupSession } from '../../story-builders';
import type { Scene } from '../scene';
import type { ValidRequests } from './request';

const week = [{ weekday: 1, from: 540, to: 720, place: 'Bureau 3' }];

export const agendaRequests: ValidRequests = {
  moveAppointment: async (s) => ({
    as: s.me,
    id: (await s.appointment(2)).id,
    body: { startsAt: s.inDays(4), minutes: 30, place: 'Bureau 4', beside: true },
  }),
  showAvailability: (s) => ({ as: s.me }),
  keepAvailability: (s) => ({ as: s.me, body: { windows: week } }),
  showBusy: (s) => ({ as: s.me, query: { postId: s.receiver.actor.postId, from: s.dayIn(0), to: s.dayIn(6) } }),
  listPartners: (s) => ({ as: s.me, query: { beneficiaryId: s.person.id } }),
  findSlots: (s) => ({ as: s.me, query: { minutes: '45', before: s.dayIn(20), withPostId: s.receiver.actor.postId } }),
  findClashes: (s) => ({ as: s.me, query: { startsAt: s.inDays(3), minutes: '45' } }),
  listToFill: (s) => ({ as: s.me }),
  listGroupSessions: (s) => ({ as: s.me, query: { from: s.dayIn(-3), to: s.dayIn(30) } }),
  planGroupSession: (s) => ({
    as: s.me,
    body: { title: 'Atelier CV', startsAt: s.inDays(5), minutes: 120, capacity: 8, place: 'Salle 2', beside: true },
  }),
  showGroupSession: async (s) => ({ as: s.me, id: (await aSession(s)).id }),
  seatPerson: async (s) => ({ as: s.me, id: (await aSession(s)).id, body: { beneficiaryId: s.person.id } }),
  moveGroupSession: async (s) => ({ as: s.me, id: (await aSession(s)).id, body: { startsAt: s.inDays(6), capacity: 9, beside: true } }),
  cancelGroupSession: async (s) => ({ as: s.me, id: (await aSession(s)).id }),
  showCalendarFeed: (s) => ({ as: s.me }),
  makeCalendarFeed: async (s) => ({ as: await s.passerby() }),
  revokeCalendarFeed: (s) => ({ as: s.me }),
  readCalendar: async (s) => ({ ids: { address: await anAddress(s) } }),
};

/** A collective session that the referent holds, without anybody yet. */
function aSession({ world, me, inDays }: Scene): Promise<{ readonly id: string }> {
  return aGroupSession(world.db, { post_id: me.actor.postId, starts_at: new Date(inDays(5)) });
}

/** The last part of the secret address of an agenda without names. */
async function anAddress(scene: Scene): Promise<string> {
  const { body } = await scene.api.as(await scene.passerby()).post('/api/agenda/feed');
  return (body as { url: string }).url.split('/').at(-1) ?? '';
}

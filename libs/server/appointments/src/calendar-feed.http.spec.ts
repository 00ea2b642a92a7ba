import { plusDays, plusMinutes } from '@relais/domain';
import {
  aBeneficiary,
  anAppointment,
  apiFor,
  type Professional,
  type TestApi,
  TestClock,
  testDatabase,
  type TestDatabase,
} from '@relais/testing';
import ICAL from 'ical.js';
import { AppointmentsApi } from './index';

const clock = new TestClock();
const NOW = clock.now();
const [FIRST, SECOND, THIRD] = [1, 2, 3].map((days) => plusMinutes(NOW, days * 1440));

let db: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [AppointmentsApi], { clock });
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const addressOf = async (who: Professional, language = 'fr'): Promise<string> => {
  const { body } = await api.as(who).post('/api/agenda/feed').set('accept-language', language).expect(200);
  return new URL(body.url).pathname + new URL(body.url).search;
};
const toTheSecond = (at: string | undefined): string => `${at?.slice(0, 19)}.000Z`;
const eventsOf = (text: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

async function aBusyProfessional(): Promise<Professional> {
  const who = await db.as.counsellor();
  await db.arranging('53')
    .rows(`insert into app.commune (region, code, name, postcode, departement) values ('53', '35238', 'Rennes', '35000', '35')
    on conflict do nothing`);
  await db.arranging('53').rows(`update app.unit set commune_code = '35238' where region = '53' and id = $1`, [who.actor.unitId]);
  const { id } = await aBeneficiary(db, { lead_post_id: who.actor.postId });
  const about = { beneficiary_id: id, place: 'Chez Mme Rousseau', purpose: 'Santé' };
  await anAppointment(db, { ...about, starts_at: FIRST, minutes: 120 });
  await anAppointment(db, { ...about, starts_at: SECOND, minutes: 45 });
  await anAppointment(db, { ...about, starts_at: THIRD, status: 'cancelled' });
  return who;
}

describe('the agenda without names', () => {
  it('is read by a calendar without a session: hours and town, no name, no purpose, no address', async () => {
    const address = await addressOf(await aBusyProfessional());
    const { text, headers } = await api.request.get(address).expect(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    const events = eventsOf(text);
    expect(events.map(({ summary }) => summary.replaceAll('\u00a0', ' '))).toEqual([
      'Rendez-vous (2 h, Rennes)',
      'Rendez-vous (45 min, Rennes)',
    ]);
    expect(events[0]?.startDate.toJSDate().toISOString()).toBe(toTheSecond(FIRST));
    expect(events[0]?.endDate.toJSDate().toISOString()).toBe(toTheSecond(plusMinutes(FIRST ?? NOW, 120)));
    expect(text).not.toMatch(/Rousseau|Jeanne|Santé|Chez/);
  });

  it('speaks the language of whoever made the address', async () => {
    const { text } = await api.request.get(await addressOf(await aBusyProfessional(), 'en')).expect(200);
    expect(eventsOf(text)[1]?.summary).toContain('Appointment');
  });

  it('keeps only a mark of the address, which a new one replaces and nobody reads after it is revoked', async () => {
    const who = await db.as.counsellor();
    expect((await api.as(who).get('/api/agenda/feed').expect(200)).body).toEqual({ exists: false, createdAt: null, readAt: null });
    const [first, second] = [await addressOf(who), await addressOf(who)];
    await api.request.get(first).expect(404);
    await api.request.get(second).expect(200);
    expect((await api.as(who).get('/api/agenda/feed')).body).toEqual({ exists: true, createdAt: NOW, readAt: NOW });
    const kept = await db.rows<{ mark: string }>('select token_hash as mark from app.calendar_feed where post_id = $1', [who.actor.postId]);
    expect(kept.every(({ mark }) => !first.includes(mark) && !second.includes(mark))).toBe(true);
    await api.as(who).delete('/api/agenda/feed').expect(204);
    await api.request.get(second).expect(404);
  });

  it('answers revoked, unknown, foreign and badly written addresses alike', async () => {
    const who = await db.as.counsellor();
    const address = await addressOf(who);
    await api.as(who).delete('/api/agenda/feed').expect(204);
    const tried = [
      address,
      address.replace('/53-', '/84-'),
      address.replace('/53-', '/76-'),
      '/api/calendars/53-x.ics',
      '/api/calendars/99',
    ];
    const answers = await Promise.all(tried.map((one) => api.request.get(one)));
    const [first] = answers;
    for (const { status, body } of answers)
      expect({ status, ...body, requestId: '' }).toEqual({ status: 404, ...first?.body, requestId: '' });
  });

  it('has one address when two are asked for at the same moment', async () => {
    const who = await db.as.counsellor();
    const addresses = await Promise.all([addressOf(who), addressOf(who)]);
    const read = await Promise.all(addresses.map((address) => api.request.get(address)));
    expect(read.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  it('ends on the day after the last of the post', async () => {
    const who = await db.as.counsellor();
    const address = await addressOf(who);
    const until = (day: string) =>
      db.arranging('53').rows(`update app.post set until = $2 where region = '53' and id = $1`, [who.actor.postId, day]);
    await until(clock.today('53'));
    await api.request.get(address).expect(200);
    await until(plusDays(clock.today('53'), -1));
    await api.request.get(address).expect(404);
  });

  it('ends with the post', async () => {
    const who = await db.as.counsellor();
    const address = await addressOf(who);
    await db.arranging('53').rows(`update app.post set active = false where region = '53' and id = $1`, [who.actor.postId]);
    await api.request.get(address).expect(404);
  });

  it('is read at most sixty times an hour', async () => {
    const address = await addressOf(await db.as.counsellor());
    for (let read = 0; read < 60; read += 1) await api.request.get(address).expect(200);
    const { headers } = await api.request.get(address).expect(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    clock.moveTo(plusMinutes(NOW, 60));
    await api.request.get(address).expect(200);
    clock.moveTo(NOW);
  });
});

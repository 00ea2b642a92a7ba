import { type Instant, toInstant } from '@relais/domain';
import { aNotice, type Professional, TestClock, testDatabase, type TestDatabase, type TestWorker, workerFor } from '@relais/testing';
import { NotificationsJobs, SendDigests } from './index';

const local = (moment: string): Instant => toInstant(`${moment}:00+04:00`);

let db: TestDatabase;
let clock: TestClock;
let worker: TestWorker;
let who: Professional;

beforeAll(async () => {
  db = await testDatabase();
  clock = new TestClock();
  worker = await workerFor(db, [NotificationsJobs], { clock });
}, 60_000);
afterAll(async () => {
  await worker?.close();
  await db?.drop();
});
beforeEach(async () => {
  who = await db.as.counsellor({ region: '04' });
});

const told = (at: string, more: object = {}) =>
  aNotice(db, { region: '04', post_id: who.actor.postId, in_digest: true, created_at: local(at), ...more });
const round = (at: string): Promise<number> => {
  clock.moveTo(local(at));
  return worker.get(SendDigests).execute('04');
};
const mails = (): Promise<{ amount: number; language: string; kind: string }[]> =>
  db.rows(`select amount, language, kind from app.message where region = '04' and recipient_id = $1 order by created_at`, [
    who.actor.postId,
  ]);

describe('the mail of the day', () => {
  it('leaves at eight in the hour of the region, once, with the number of what is not read', async () => {
    await told('2027-11-23T15:00');
    await told('2027-11-24T07:00');
    await told('2027-11-23T16:00', { read_at: local('2027-11-23T17:00') });
    await told('2027-11-23T16:00', { in_digest: false });
    expect(await round('2027-11-24T07:59')).toBe(0);
    expect([await round('2027-11-24T08:00'), await round('2027-11-24T08:01'), await round('2027-11-24T17:00')]).toEqual([1, 0, 0]);
    expect(await mails()).toEqual([{ amount: 2, language: 'fr', kind: 'digest' }]);
  });

  it('is one for each post and day when several workers come at once', async () => {
    await told('2027-11-24T18:00');
    clock.moveTo(local('2027-11-25T08:00'));
    await Promise.all([1, 2, 3].map(() => worker.get(SendDigests).execute('04')));
    expect(await mails()).toHaveLength(1);
  });

  it('leaves what came after its hour to the next working day: not to Saturday, Sunday or a holiday', async () => {
    await told('2027-12-17T09:00');
    // 20 December, a Monday in 2027, is a holiday of La Réunion.
    for (const day of ['17', '18', '19', '20']) expect(await round(`2027-12-${day}T10:00`)).toBe(0);
    expect(await round('2027-12-21T08:00')).toBe(1);
    expect(await mails()).toHaveLength(1);
  });

  it('says nothing when everything was read', async () => {
    await told('2027-11-25T15:00', { read_at: local('2027-11-25T15:10') });
    expect(await round('2027-11-26T09:00')).toBe(0);
    expect(await mails()).toEqual([]);
  });
});

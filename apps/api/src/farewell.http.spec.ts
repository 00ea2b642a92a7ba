import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeLeave } from '@relais/server/kernel';
import { NotificationsApi } from '@relais/server/notifications';
import { apiFor, type Professional, type TestApi, testDatabase, type TestDatabase } from '@relais/testing';
import { HealthApi } from './health.controller';

let db: TestDatabase;
let api: TestApi;
let nadia: Professional;
let url: string;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [HealthApi, NotificationsApi]);
  await api.app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}/api`;
  nadia = await db.as.counsellor();
});
afterAll(() => db?.drop());

describe('an API that is asked to stop', () => {
  it('says that it is not ready, answers what is under way, ends the live streams, waits for no silent connection, then closes', async () => {
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const headers = { authorization: `Bearer ${api.tokenOf(nadia)}` };
    const stream = await fetch(`${url}/posts/${nadia.actor.postId}/events`, { headers });
    const silent = connect(Number(new URL(url).port), '127.0.0.1');
    await once(silent, 'connect');
    const hungUp = once(silent, 'close');
    const closed = takeLeave(api.app, 1_000);
    await sleep(100);
    expect((await fetch(`${url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect((await fetch(`${url}/notices`, { headers })).status).toBe(200);
    expect(await stream.text()).toContain('retry');
    await closed;
    await hungUp;
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  });
});

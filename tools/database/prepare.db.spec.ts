import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '@relais/testing';
import { migrate } from './migrate';
import { prepareDatabase } from './prepare';
import { closeDatabase } from './roles';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.drop());

describe('preparing a database', () => {
  it('changes nothing when it is already prepared', async () => {
    expect(await migrate({ migratorUrl: db.urls.migrator, contextKey: db.secrets.contextKey })).toEqual([]);
  });

  it('waits for a reader rather than failing, and lets three programs start at once', async () => {
    const again = [1, 2, 3].map(() => prepareDatabase({ adminUrl: db.urls.admin, secrets: db.secrets }));
    expect((await Promise.all(again)).map((urls) => urls.api)).toEqual([db.urls.api, db.urls.api, db.urls.api]);
  });

  it('says in one sentence that a database does not answer, without its password', async () => {
    const nowhere = prepareDatabase({ adminUrl: 'postgres://someone:secret@127.0.0.1:9/relais', secrets: db.secrets });
    await expect(nowhere).rejects.toMatchObject({
      kind: 'wrong_url',
      message: expect.stringMatching(/^The database at 127\.0\.0\.1:9 .*\.$/),
    });
    const wrong = new URL(db.urls.admin);
    wrong.password = 'wrong';
    const refused = prepareDatabase({ adminUrl: wrong.toString(), secrets: db.secrets });
    await expect(refused).rejects.toMatchObject({ kind: 'wrong_url', message: expect.stringContaining('wrong user or password') });
  });

  it('lets the API put work in the queue and the worker do it, each as its own login', async () => {
    const at = (connectionString: string): { connectionString: string; schema: string } => ({ connectionString, schema: 'jobs' });
    const queue = new Queue('events', { connection: at(db.urls.api) }, createPostgresBackend);
    const worker = new Worker('events', null, { connection: at(db.urls.worker), autorun: false }, createPostgresBackend);
    try {
      await queue.add('greet', { region: '53' });
      const job = await worker.getNextJob('token', { block: false });
      expect(job?.data).toEqual({ region: '53' });
      await job?.moveToCompleted('done', 'token', false);
      expect(await queue.getCompletedCount()).toBe(1);
    } finally {
      await worker.close(true);
      await queue.close();
    }
  });

  it('lets the worker add many jobs at once in a database that is closed as the real one is', async () => {
    const superuser = new Client({ connectionString: db.urls.admin });
    await superuser.connect();
    await closeDatabase(superuser, db.name);
    await superuser.end();
    const queue = new Queue('events', { connection: { connectionString: db.urls.worker, schema: 'jobs' } }, createPostgresBackend);
    const jobs = await queue.addBulk([1, 2, 3].map((count) => ({ name: 'greet', data: { region: '53', count } })));
    expect(jobs).toHaveLength(3);
    await queue.close();
  });

  it('leaves the queue out of reach of the role that reads files', async () => {
    const counsellor = await db.as.counsellor();
    await expect(counsellor.rows('select * from jobs.job')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a session', () => {
  const alive = `select sec.session_alive($1, $2) as alive`;

  it('lives until it is revoked, its account closed or changed, or its post ended or changed', async () => {
    const endings = [
      `update auth.session set revoked_at = now() where account_id = $1`,
      `update auth.session set expires_at = now() - interval '1 second' where account_id = $1`,
      `update auth.account set active = false where id = $1`,
      `update auth.account set version = version + 1 where id = $1`,
      `update auth.account_post set active = false where account_id = $1`,
      `update auth.account_post set role = 'unit_lead' where account_id = $1`,
    ];
    for (const ending of endings) {
      const counsellor = await db.as.counsellor();
      const { sessionId, accountId, accountVersion } = counsellor.actor;
      expect(await counsellor.rows(alive, [sessionId, accountVersion])).toEqual([{ alive: true }]);
      await db.rows(ending, [accountId]);
      expect(await counsellor.rows(alive, [sessionId, accountVersion])).toEqual([{ alive: false }]);
    }
  });

  it('is not the session of another post', async () => {
    const [one, other] = [await db.as.counsellor(), await db.as.counsellor()];
    expect(await one.rows(alive, [other.actor.sessionId, 1])).toEqual([{ alive: false }]);
  });
});

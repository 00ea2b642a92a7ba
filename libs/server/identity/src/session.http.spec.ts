import { CSRF_HEADER } from '@relais/server/kernel';
import { apiFor, type Professional, type TestApi, testDatabase, type TestDatabase } from '@relais/testing';
import { DemoApi, IdentityApi } from './index';

let db: TestDatabase;
let api: TestApi;
let camille: Professional;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [IdentityApi]);
});
afterAll(async () => {
  await api.close();
  await db.drop();
});
beforeEach(async () => {
  camille = await db.as.counsellor();
});

type Answer = { account: object; post: { id: string } | null; posts: { id: string }[]; csrf: string };
type Browser = { answer: Answer; cookie: string; set: readonly string[] };

/** What a browser keeps of an answer: cookies are secure, so the test carries them by hand. */
function kept(answer: { body: unknown; headers: Record<string, unknown> }): Browser {
  const set = (answer.headers['set-cookie'] ?? []) as string[];
  return { answer: answer.body as Answer, set, cookie: set.map((line) => line.split(';')[0]).join('; ') };
}

async function browser(who = camille): Promise<Browser> {
  return kept(await api.request.post('/api/session').send({ email: who.email, password: who.password }).expect(200));
}

describe('the session of a browser', () => {
  it('lives in two cookies that no script reads and no other site sends; the body holds no token', async () => {
    const { answer, set } = await browser();
    expect(Object.keys(answer).sort()).toEqual(['account', 'csrf', 'post', 'posts']);
    expect(answer.account).toEqual({ givenName: 'Camille', familyName: 'Le Goff', email: camille.email, locale: 'fr' });
    expect(set.map((line) => line.split('=')[0])).toEqual(['__Host-relais', '__Host-relais-refresh']);
    for (const line of set) expect(line).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  });

  it('is not opened when every post ended with its region, and says so', async () => {
    await db.rows('update auth.account_post set active = false, closed_with_region = true where post_id = $1', [camille.actor.postId]);
    const signIn = { email: camille.email, password: camille.password };
    expect((await api.request.post('/api/session').send(signIn).expect(403)).body.code).toBe('session.region_closed');
    await api.request
      .post('/api/session')
      .send({ ...signIn, password: 'another one' })
      .expect(401);
  });

  it('is found again by a page that was reloaded', async () => {
    const { answer, cookie } = await browser();
    await api.request.get('/api/session').set('cookie', cookie).expect(200, answer);
    await api.request.get('/api/session').expect(401);
  });

  it('refuses a change without the value that only its own pages know', async () => {
    const { answer, cookie } = await browser();
    const other = await browser();
    const choose = () => api.request.put('/api/session/post').set('cookie', cookie).send({ postId: camille.actor.postId });
    await choose().expect(403);
    await choose().set(CSRF_HEADER, other.answer.csrf).expect(403);
    await choose().set(CSRF_HEADER, answer.csrf).expect(200);
  });

  it('changes its post in place', async () => {
    const second = await db.as.unitLead({ region: '04' });
    await db.rows('update auth.account_post set account_id = $1 where post_id = $2', [camille.actor.accountId, second.actor.postId]);
    const { answer, cookie } = await browser();
    expect(answer.post).toBeNull();
    const chosen = kept(
      await api.request
        .put('/api/session/post')
        .set('cookie', cookie)
        .set(CSRF_HEADER, answer.csrf)
        .send({ postId: second.actor.postId })
        .expect(200),
    );
    expect(chosen.answer.post).toMatchObject({ id: second.actor.postId, region: '04', regionName: 'La Réunion', role: 'unit_lead' });
    const { body } = await api.request.get('/api/session').set('cookie', chosen.cookie).expect(200);
    expect((body as Answer).post?.id).toBe(second.actor.postId);
  });

  it('is refreshed by its cookie; a cookie used twice ends it and takes the cookies back', async () => {
    const first = await browser();
    const second = kept(await api.request.post('/api/session/refresh').set('cookie', first.cookie).send({}).expect(200));
    const third = kept(await api.request.post('/api/session/refresh').set('cookie', second.cookie).send({}).expect(200));
    const stolen = kept(await api.request.post('/api/session/refresh').set('cookie', first.cookie).send({}).expect(401));
    expect(stolen.set.every((line) => line.includes('Expires=Thu, 01 Jan 1970'))).toBe(true);
    await api.request.get('/api/session').set('cookie', third.cookie).expect(401);
    await api.request.post('/api/session/refresh').send({}).expect(401);
  });

  it('is never opened nor refreshed by a page of another site', async () => {
    const { cookie } = await browser();
    const foreign = { 'sec-fetch-site': 'cross-site' };
    await api.request.post('/api/session/refresh').set('cookie', cookie).set(foreign).send({}).expect(403);
    await api.request.post('/api/session').set(foreign).send({ email: camille.email, password: camille.password }).expect(403);
  });

  it('does not lend its refresh cookie to programs', async () => {
    const { cookie } = await browser();
    const refreshToken = /__Host-relais-refresh=([^;]+)/.exec(cookie)?.[1];
    await api.request.post('/api/token/refresh').send({ refreshToken }).expect(401);
  });

  it('ends here, and ends everywhere', async () => {
    const [here, there, elsewhere] = [await browser(), await browser(), await browser()];
    const leave = (url: string, { answer, cookie }: Browser) => api.request.delete(url).set('cookie', cookie).set(CSRF_HEADER, answer.csrf);
    const gone = kept(await leave('/api/session', here).expect(204));
    expect(gone.set).toHaveLength(2);
    await api.request.get('/api/session').set('cookie', here.cookie).expect(401);
    await api.request.get('/api/session').set('cookie', there.cookie).expect(200);
    await leave('/api/sessions', there).expect(204);
    for (const each of [there, elsewhere]) {
      await api.request.get('/api/session').set('cookie', each.cookie).expect(401);
      await api.request.post('/api/session/refresh').set('cookie', each.cookie).send({}).expect(401);
    }
  });
});

describe('the accounts of the demo', () => {
  it('are listed in demo mode, and the route does not exist otherwise', async () => {
    await api.request.get('/api/demo/accounts').expect(404);
    await db.rows('insert into auth.demo_account (email, password, region, operator, role) values ($1, $2, $3, $4, $5)', [
      camille.email,
      camille.password,
      '53',
      'Opérateur',
      'counsellor',
    ]);
    const demo = await apiFor(db, [IdentityApi, DemoApi]);
    const { body } = await demo.request.get('/api/demo/accounts').expect(200);
    await demo.close();
    expect(body).toEqual({
      items: [
        {
          email: camille.email,
          password: camille.password,
          region: '53',
          regionName: 'Bretagne',
          operator: 'Opérateur',
          unit: 'Structure',
          role: 'counsellor',
          secret: null,
          code: null,
        },
      ],
    });
  });
});

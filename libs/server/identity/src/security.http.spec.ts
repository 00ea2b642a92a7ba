import { plusMinutes } from '@relais/domain';
import { Clock } from '@relais/server/kernel';
import { apiFor, type Professional, type TestApi, TestClock, testDatabase, type TestDatabase } from '@relais/testing';
import { codeAt } from './codes';
import { IdentityApi } from './index';

let db: TestDatabase;
let api: TestApi;
let clock: TestClock;

beforeAll(async () => {
  db = await testDatabase();
  clock = new TestClock();
  api = await apiFor(db, [IdentityApi], { clock });
});
// A token holds for ten minutes of the true time: each test begins nine minutes ago and has those to spend.
beforeEach(async () => {
  clock.moveTo(plusMinutes(new Clock().now(), -9));
  // All tests sign in from one address, whose delays are those of an office.
  await db.rows('delete from auth.throttle');
});
afterAll(async () => {
  await api.close();
  await db.drop();
});

const signIn = ({ email, password }: Professional, more: object = {}) =>
  api.request
    .post('/api/token')
    .set('user-agent', 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0')
    .send({ email, password, ...more });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const security = async (token: string) => (await api.request.get('/api/account/security').set(bearer(token)).expect(200)).body;
/** The next code: each counts once, so time goes on first. */
const next = (secret: string): string => {
  clock.moveTo(plusMinutes(clock.now(), 0.5));
  return codeAt(secret, clock.now());
};

/** Adds a telephone to the account of a professional, as the page of security does. */
async function withTelephone(who: Professional) {
  const { accessToken } = (await signIn(who).expect(200)).body;
  const { secret } = (await api.request.post('/api/account/second-factor').set(bearer(accessToken)).expect(200)).body;
  const { codes } = (
    await api.request
      .put('/api/account/second-factor')
      .set(bearer(accessToken))
      .send({ code: next(secret) })
      .expect(200)
  ).body;
  return { accessToken: accessToken as string, secret: secret as string, codes: codes as string[] };
}

describe('a code of the telephone', () => {
  it('is asked after the right password only, and each counts once', async () => {
    const who = await db.as.counsellor();
    const { secret } = await withTelephone(who);
    expect((await signIn(who, { password: 'not the one at all' }).expect(401)).body.code).toBe('session.wrong_credentials');
    expect((await signIn(who).expect(401)).body).toMatchObject({ code: 'session.code_needed', errors: [{ pointer: '/code' }] });
    const code = next(secret);
    await signIn(who, { code }).expect(200);
    expect((await signIn(who, { code }).expect(401)).body.code).toBe('session.wrong_code');
  });

  it('can be replaced by a code kept on paper, once', async () => {
    const who = await db.as.counsellor();
    const { codes, accessToken } = await withTelephone(who);
    expect((await security(accessToken)).recoveryCodesLeft).toBe(8);
    await signIn(who, { code: codes[3] }).expect(200);
    await signIn(who, { code: codes[3] }).expect(401);
    expect((await security(accessToken)).recoveryCodesLeft).toBe(7);
  });

  it('can not be guessed: wrong codes count like wrong passwords', async () => {
    const who = await db.as.counsellor();
    await withTelephone(who);
    const answers = [];
    for (let n = 0; n < 7; n++) answers.push((await signIn(who, { code: `00000${n}` })).status);
    expect(answers.slice(-2)).toEqual([429, 429]);
  });

  it('leaves the telephone that counts alone until the new one has proved itself', async () => {
    const who = await db.as.counsellor();
    const { accessToken, secret } = await withTelephone(who);
    await api.request.post('/api/account/second-factor').set(bearer(accessToken)).expect(200);
    await signIn(who, { code: next(secret) }).expect(200);
    await api.request.put('/api/account/second-factor').set(bearer(accessToken)).send({ code: '000000' }).expect(401);
  });

  it('is never stored in clear', async () => {
    const who = await db.as.counsellor();
    const { secret, codes } = await withTelephone(who);
    const [row] = await db.rows<{ whole: string }>(
      `select a::text || coalesce((select string_agg(r::text, '') from auth.recovery_code r where r.account_id = a.id), '') as whole
       from auth.account a where a.id = $1`,
      [who.actor.accountId],
    );
    for (const clear of [secret, Buffer.from(secret).toString('hex'), ...codes]) expect(row?.whole).not.toContain(clear);
  });
});

describe('the post of an administrator', () => {
  it('is acted as only after a second factor: the choice of the post is refused, the rest of the account works', async () => {
    const who = await db.as.regionalAdministrator();
    const { accessToken, post, posts } = (await signIn(who).expect(200)).body;
    expect({ post, asks: posts[0].asksCode }).toEqual({ post: null, asks: true });
    expect((await signIn(who, { postId: posts[0].id }).expect(403)).body.code).toBe('session.code_required');
    const refused = await api.request.post('/api/token/post').set(bearer(accessToken)).send({ postId: posts[0].id }).expect(403);
    expect(refused.body.code).toBe('session.code_required');
    expect((await security(accessToken)).secondFactorAsked).toBe(true);
    const { secret } = await withTelephone(who);
    expect((await signIn(who, { code: next(secret) }).expect(200)).body.post).toMatchObject({ role: 'regional_administrator' });
  });

  it('keeps its telephone: it can not be taken away', async () => {
    const who = await db.as.operatorAdministrator();
    const { accessToken } = await withTelephone(who);
    expect((await api.request.delete('/api/account/second-factor').set(bearer(accessToken)).expect(403)).body.code).toBe(
      'session.code_required',
    );
  });

  it('is not the only one when an operator asks a code of all its posts', async () => {
    const who = await db.as.counsellor();
    await db.arranging('53').rows(`update app.operator set asks_code = true where region = '53' and id = $1`, [who.actor.operatorId]);
    expect((await signIn(who).expect(200)).body).toMatchObject({ post: null, posts: [{ asksCode: true }] });
  });
});

describe('a proof of presence', () => {
  it('is asked before the second factor is touched, when the sign-in is older than five minutes', async () => {
    const who = await db.as.counsellor();
    const { accessToken } = (await signIn(who).expect(200)).body;
    clock.moveTo(plusMinutes(clock.now(), 6));
    expect((await api.request.post('/api/account/second-factor').set(bearer(accessToken)).expect(403)).body.code).toBe(
      'session.proof_needed',
    );
    const prove = (body: object) => api.request.post('/api/session/proof').set(bearer(accessToken)).send(body);
    expect((await prove({ password: 'not the one at all' }).expect(401)).body.errors).toMatchObject([{ pointer: '/password' }]);
    await prove({ password: who.password }).expect(204);
    await api.request.post('/api/account/second-factor').set(bearer(accessToken)).expect(200);
  });

  it('takes a code where the account has a telephone: a password alone proves nothing more', async () => {
    const who = await db.as.counsellor();
    const { accessToken, secret } = await withTelephone(who);
    const prove = (body: object) => api.request.post('/api/session/proof').set(bearer(accessToken)).send(body);
    expect((await prove({ password: who.password }).expect(401)).body.code).toBe('session.code_needed');
    await prove({ code: next(secret) }).expect(204);
  });
});

describe('the open sign-ins of an account', () => {
  it('are listed with the words of their browser, and end one by one', async () => {
    const who = await db.as.counsellor();
    const first = (await signIn(who).expect(200)).body.accessToken;
    const second = (await signIn(who).expect(200)).body.accessToken;
    const { signIns } = await security(second);
    expect(signIns).toHaveLength(3);
    const others = signIns.filter(({ current }: { current: boolean }) => !current);
    expect(signIns.find(({ current }: { current: boolean }) => current)).toMatchObject({ agent: 'Firefox, Windows', transport: 'bearer' });
    for (const { id } of others) await api.request.delete(`/api/sessions/${id}`).set(bearer(second)).expect(204);
    await api.request.get('/api/account/security').set(bearer(first)).expect(401);
    expect((await security(second)).signIns).toHaveLength(1);
  });

  it('are nobody else’s to end', async () => {
    const [who, other] = [await db.as.counsellor(), await db.as.counsellor()];
    const token = (await signIn(other).expect(200)).body.accessToken;
    await api.request.delete(`/api/sessions/${who.actor.sessionId}`).set(bearer(token)).expect(404);
  });

  it('end everywhere else when a telephone is added', async () => {
    const who = await db.as.counsellor();
    const before = (await signIn(who).expect(200)).body.accessToken;
    const { accessToken } = await withTelephone(who);
    await api.request.get('/api/account/security').set(bearer(before)).expect(401);
    await api.request.get('/api/account/security').set(bearer(accessToken)).expect(200);
  });
});

describe('a new password', () => {
  const change = (token: string, password: string) => api.request.put('/api/account/password').set(bearer(token)).send({ password });

  it('opens from then on, the former one no more; every other sign-in ends', async () => {
    const who = await db.as.counsellor();
    const elsewhere = (await signIn(who).expect(200)).body.accessToken;
    const here = (await signIn(who).expect(200)).body.accessToken;
    await change(here, 'quatre saisons sous la pluie').expect(204);
    await api.request.get('/api/account/security').set(bearer(elsewhere)).expect(401);
    expect((await security(here)).signIns).toHaveLength(1);
    await signIn(who).expect(401);
    await signIn(who, { password: 'quatre saisons sous la pluie' }).expect(200);
  });

  it.each([
    ['too short', 'xK9!vQ2#pL7'],
    ['among those that everybody tries', 'azertyuiop1234'],
    ['a place and a year', 'Bretagne2026!'],
    ['one word again and again', 'soleil soleil soleil'],
    ['the name of the service', 'MissionLocale2026'],
  ])('is refused when it is %s, and says so at its field', async (_, password) => {
    const who = await db.as.counsellor();
    const { accessToken } = (await signIn(who).expect(200)).body;
    expect((await change(accessToken, password).expect(422)).body.errors).toMatchObject([{ pointer: '/password' }]);
    await signIn(who).expect(200);
  });

  it('is neither made of its owner’s name nor the current one', async () => {
    const who = await db.as.counsellor();
    const { accessToken } = (await signIn(who).expect(200)).body;
    const name = who.email.split('@')[0] ?? '';
    expect((await change(accessToken, `${name}${name}1`).expect(422)).body.code).toBe('account.password_weak');
    expect((await change(accessToken, who.password).expect(422)).body.code).toBe('account.password_same');
  });

  it('asks who is there once the sign-in is older than five minutes', async () => {
    const { accessToken } = (await signIn(await db.as.counsellor()).expect(200)).body;
    clock.moveTo(plusMinutes(clock.now(), 6));
    expect((await change(accessToken, 'quatre saisons sous la pluie').expect(403)).body.code).toBe('session.proof_needed');
  });
});

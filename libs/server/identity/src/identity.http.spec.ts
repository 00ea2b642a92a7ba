import { generateKeyPairSync } from 'node:crypto';
import { Controller, Get, Module } from '@nestjs/common';
import { plusMinutes, toInstant } from '@relais/domain';
import { Answers, Can, Text, UnitOfWork } from '@relais/server/kernel';
import { apiFor, type Professional, type TestApi, TestClock, testDatabase, type TestDatabase } from '@relais/testing';
import jsonwebtoken from 'jsonwebtoken';
import { IdentityApi } from './index';

class SeenView {
  @Text()
  seen!: string;
}

/** A route of a post, to see what a token is worth. */
@Controller('probe')
class ProbeController {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Can('session.use')
  @Answers(SeenView)
  async probe(): Promise<SeenView> {
    return this.work.found<SeenView>('select id::text as seen from app.post where region = $1 and id = $2', [this.work.actor.postId]);
  }
}

@Module({ controllers: [ProbeController] })
class ProbeApi {}

let db: TestDatabase;
let api: TestApi;
let clock: TestClock;
let camille: Professional;

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

beforeEach(async () => {
  clock = new TestClock();
  api = await apiFor(db, [IdentityApi, ProbeApi], { clock });
  camille = await db.as.counsellor();
  await db.rows('delete from auth.throttle');
});
afterEach(() => api.close());

type Tokens = { accessToken: string; refreshToken: string; expiresIn: number; post: { id: string } | null; posts: { id: string }[] };

const signIn = (email: string, password: string, postId?: string) =>
  api.request.post('/api/token').send({ email, password, ...(postId && { postId }) });
const tokens = async (who = camille): Promise<Tokens> => (await signIn(who.email, who.password).expect(200)).body as Tokens;
const refresh = (refreshToken: string) => api.request.post('/api/token/refresh').send({ refreshToken });
const probe = (token: string) => api.request.get('/api/probe').set('authorization', `Bearer ${token}`);
const later = (minutes: number): void => clock.moveTo(plusMinutes(clock.now(), minutes));

/** Gives a professional a second post, in another region. */
async function aSecondPost(who: Professional): Promise<string> {
  const other = await db.as.unitLead({ region: '04' });
  await db.rows('update auth.account_post set account_id = $1, operator_name = $3 where post_id = $2', [
    who.actor.accountId,
    other.actor.postId,
    'Cap Réunion',
  ]);
  return other.actor.postId;
}

describe('signing in', () => {
  it('gives tokens that act as the only post, and the same e-mail in capitals is the same account', async () => {
    const { body } = await signIn(` ${camille.email.toUpperCase()} `, camille.password).expect(200);
    expect(body).toMatchObject({
      expiresIn: 600,
      post: { id: camille.actor.postId, region: '53', regionName: 'Bretagne', role: 'counsellor' },
    });
    await probe((body as Tokens).accessToken).expect(200, { seen: camille.actor.postId });
  });

  it('gives one answer to a wrong password, an unknown e-mail and a disabled account', async () => {
    const disabled = await db.as.counsellor();
    await db.rows('update auth.account set active = false where id = $1', [disabled.actor.accountId]);
    const answers = await Promise.all([
      signIn(camille.email, 'not this one'),
      signIn('nobody@relais.example', 'not this one'),
      signIn(disabled.email, disabled.password),
    ]);
    const bodies = answers.map(({ status, body }) => ({ status, ...(body as object), requestId: '' }));
    expect(bodies[0]).toMatchObject({ status: 401, code: 'session.wrong_credentials' });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });

  it('takes as long for an unknown e-mail as for a known one', async () => {
    const spans: Record<string, number[]> = {};
    for (let round = 0; round < 9; round++) {
      for (const email of [camille.email, 'nobody@relais.example']) {
        await db.rows('delete from auth.throttle');
        const start = performance.now();
        await signIn(email, 'not this one').expect(401);
        (spans[email] ??= []).push(performance.now() - start);
      }
    }
    const [known = 0, unknown = 0] = Object.values(spans).map((each) => each.sort((left, right) => left - right)[4] ?? 0);
    // Without the hash of nobody an unknown e-mail takes about a sixth of the time; the rest is the noise of a busy machine.
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(2.5);
  });

  it('makes a stranger wait after five failures, twice as long each time, for a known e-mail as for an unknown one', async () => {
    for (const email of [camille.email, 'nobody@relais.example']) {
      await db.rows('delete from auth.throttle');
      for (let attempt = 0; attempt < 5; attempt++) await signIn(email, 'not this one').expect(401);
      const waits: string[] = [];
      for (let round = 0; round < 4; round++) {
        const { status, headers, body } = await signIn(email, 'not this one');
        expect({ status, code: (body as { code: string }).code }).toEqual({ status: 429, code: 'session.wait' });
        waits.push(String(headers['retry-after']));
        later(Number(headers['retry-after']) / 60);
        await signIn(email, 'not this one').expect(401);
      }
      expect(waits).toEqual(['15', '30', '60', '120']);
    }
  });

  it('keeps the right password waiting too, never for more than a quarter of an hour', async () => {
    await signIn(camille.email, 'not this one').expect(401);
    await db.rows(`update auth.throttle set failures = 500, last_failure_at = $1, blocked_until = $2 where key like 'account:%'`, [
      clock.now(),
      plusMinutes(clock.now(), 15),
    ]);
    await signIn(camille.email, camille.password).expect(429).expect('retry-after', '900');
    later(15);
    await signIn(camille.email, camille.password).expect(200);
  });

  it('counts guesses made at one instant one by one', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(camille.email, 'not this one')));
    // The rest are told to wait, or to come back when fewer sign in at once: none of them was compared with the password.
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect(answers.filter(({ status }) => status === 429 || status === 503).length).toBeGreaterThanOrEqual(15);
  });

  it('does not add up the typing errors of an office whose people sign in', async () => {
    for (let person = 0; person < 6; person++) {
      const who = await db.as.counsellor();
      await signIn(who.email, 'a typing error').expect(401);
      await signIn(who.email, who.password).expect(200);
    }
  });

  it('refuses what is not an e-mail and a password with the field at fault', async () => {
    const { body } = await api.request.post('/api/token').send({ email: 5, admin: true }).expect(422);
    expect((body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/admin',
      '/email',
      '/password',
    ]);
  });
});

describe('posts', () => {
  it('leaves the choice to who holds several, in any region, and remembers the last one', async () => {
    const second = await aSecondPost(camille);
    const first = await tokens();
    expect(first.post).toBeNull();
    expect(first.posts.map(({ id }) => id).sort()).toEqual([camille.actor.postId, second].sort());
    await probe(first.accessToken).expect(403);
    const bearer = `Bearer ${first.accessToken}`;
    const { body } = await api.request.post('/api/token/post').set('authorization', bearer).send({ postId: second }).expect(200);
    await probe((body as Tokens).accessToken).expect(200, { seen: second });
    expect((await tokens()).posts.map(({ id }) => id)).toEqual([second, camille.actor.postId]);
  });

  it('acts as the post named when signing in; a post of somebody else is refused', async () => {
    const second = await aSecondPost(camille);
    const { body } = await signIn(camille.email, camille.password, second).expect(200);
    expect((body as Tokens).post?.id).toBe(second);
    const other = await db.as.counsellor();
    await signIn(camille.email, camille.password, other.actor.postId).expect(422);
  });

  it('refuses the token of the former post once another is chosen', async () => {
    const second = await aSecondPost(camille);
    const { body } = await signIn(camille.email, camille.password, camille.actor.postId).expect(200);
    const { accessToken } = body as Tokens;
    await probe(accessToken).expect(200);
    await api.request.post('/api/token/post').set('authorization', `Bearer ${accessToken}`).send({ postId: second }).expect(200);
    await probe(accessToken).expect(401);
  });

  it('refuses at the next request a disabled account, a changed account, an ended post and another role', async () => {
    const at = (sql: string) => (who: Professional) => db.arranging('53').rows(sql, [who.actor.region, who.actor.postId]);
    const ends = [
      at('update auth.account set active = false where id = (select account_id from auth.account_post where region = $1 and post_id = $2)'),
      at(
        'update auth.account set version = version + 1 where id = (select account_id from auth.account_post where region = $1 and post_id = $2)',
      ),
      at('update app.post set active = false where region = $1 and id = $2'),
      at(`update app.post set until = current_date - 1 where region = $1 and id = $2`),
      at(`update app.post set role = 'regional_manager' where region = $1 and id = $2`),
    ];
    for (const end of ends) {
      const who = await db.as.counsellor();
      const { accessToken } = await tokens(who);
      await probe(accessToken).expect(200);
      await end(who);
      await probe(accessToken).expect(401);
    }
  });
});

describe('refreshing', () => {
  it('rotates, and goes on acting as the same post', async () => {
    const first = await tokens();
    const { body } = await refresh(first.refreshToken).expect(200);
    expect((body as Tokens).refreshToken).not.toBe(first.refreshToken);
    await probe((body as Tokens).accessToken).expect(200, { seen: camille.actor.postId });
  });

  it('ends the whole family when a token is used again, the newest one included', async () => {
    const first = await tokens();
    const second = (await refresh(first.refreshToken).expect(200)).body as Tokens;
    later(0.2);
    await refresh(first.refreshToken).expect(401);
    await refresh(second.refreshToken).expect(401);
    await probe(second.accessToken).expect(401);
  });

  it('answers the token just before the present one again for five seconds', async () => {
    const first = await tokens();
    const second = (await refresh(first.refreshToken).expect(200)).body as Tokens;
    later(4 / 60);
    const again = (await refresh(first.refreshToken).expect(200)).body as Tokens;
    expect(again.refreshToken).toBe(second.refreshToken);
    const third = (await refresh(second.refreshToken).expect(200)).body as Tokens;
    await refresh(first.refreshToken).expect(401);
    await refresh(third.refreshToken).expect(401);
  });

  it('leaves one family alive after fifty refreshes at one instant', async () => {
    const first = await tokens();
    const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(first.refreshToken)));
    const alive = new Set(answers.filter(({ status }) => status === 200).map(({ body }) => (body as Tokens).refreshToken));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(alive.size).toBe(1);
    await refresh([...alive][0] ?? '').expect(200);
  });

  it('is over after half an hour without a sign of life, and after ten hours whatever happens', async () => {
    const idle = await tokens();
    later(30.5);
    await refresh(idle.refreshToken).expect(401);
    let busy = await tokens();
    for (let minutes = 25; minutes < 600; minutes += 25) {
      later(25);
      busy = (await refresh(busy.refreshToken).expect(200)).body as Tokens;
    }
    later(25);
    await refresh(busy.refreshToken).expect(401);
  });

  it('knows nothing of tokens that it did not sign', async () => {
    const { refreshToken } = await tokens();
    for (const forged of [
      'x',
      `${refreshToken}x`,
      refreshToken.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      refreshToken.slice(37),
    ])
      await refresh(forged).expect(401);
    await refresh(refreshToken).expect(200);
  });
});

describe('signing out', () => {
  it('ends this session, and no other', async () => {
    const [here, there] = [await tokens(), await tokens()];
    await api.request.delete('/api/session').set('authorization', `Bearer ${here.accessToken}`).expect(204);
    await probe(here.accessToken).expect(401);
    await refresh(here.refreshToken).expect(401);
    await probe(there.accessToken).expect(200);
  });

  it('ends every session of the account when asked everywhere', async () => {
    const [here, there] = [await tokens(), await tokens()];
    await api.request.delete('/api/sessions').set('authorization', `Bearer ${here.accessToken}`).expect(204);
    for (const each of [here, there]) {
      await probe(each.accessToken).expect(401);
      await refresh(each.refreshToken).expect(401);
    }
  });
});

describe('forged access tokens', () => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = () => ({ ...(jsonwebtoken.decode(api.tokenOf(camille)) as object) });
  const signed = (header: object, key = db.secrets.signing.privatePem, more: object = {}): string =>
    jsonwebtoken.sign({ ...claims(), ...more }, key, { algorithm: 'ES256', header: { alg: 'ES256', typ: 'at+jwt', kid: 'k1', ...header } });

  it('are refused: without signature, of another kind, of another key, signed with the public key', async () => {
    const hmac = jsonwebtoken.sign(claims(), 'a shared secret', { algorithm: 'HS256', header: { alg: 'HS256', typ: 'at+jwt', kid: 'k1' } });
    const ofAnotherKey = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    }).privateKey;
    const forged = [
      `${part({ alg: 'none', typ: 'at+jwt', kid: 'k1' })}.${part(claims())}.`,
      signed({ kid: 'k2' }),
      signed({ typ: 'JWT' }),
      signed({}, ofAnotherKey),
      signed({}, undefined, { aud: 'another' }),
      signed({}, undefined, { iss: 'another' }),
      signed({}, undefined, { role: 'god' }),
      hmac,
    ];
    for (const token of forged) await probe(token).expect(401);
    await probe(signed({})).expect(200);
  });

  it('and those that are over', async () => {
    const past = Math.floor(Date.parse(toInstant('2020-01-01T00:00:00.000Z')) / 1000);
    await probe(signed({}, undefined, { exp: past })).expect(401);
  });
});

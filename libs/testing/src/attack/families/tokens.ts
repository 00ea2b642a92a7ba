import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto';
import jsonwebtoken from 'jsonwebtoken';
import type { Asked } from '../ask';
import type { Bait, Mutation } from './mutation';

const stranger = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

const HEADER = { alg: 'ES256', typ: 'at+jwt', kid: 'k1' } as const;

/** Tokens that open nothing: none, forged, worn out, of another use; and sessions that ended. */
export function tokenMutations(bait: Bait): Mutation[] {
  const { api, world, operation, asked, valid } = bait;
  if (operation.authz.open || !valid.as) return [];
  const { privatePem, publicPem } = world.db.secrets.signing;
  const right = api.tokenOf(valid.as);
  const claims = jsonwebtoken.decode(right) as Record<string, unknown>;
  const signed = (change: object, options: { key?: string; header?: object } = {}): string =>
    jsonwebtoken.sign({ ...claims, ...change }, options.key ?? privatePem, {
      algorithm: 'ES256',
      header: { ...HEADER, ...options.header } as never,
    });
  const [head = '', body = '', signature = ''] = right.split('.');
  const part = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const bearer: Record<string, string | undefined> = {
    'without a token': undefined,
    'with an empty token': 'Bearer ',
    'with garbage': 'Bearer garbage',
    'with three parts of garbage': 'Bearer a.b.c',
    'with another scheme': `Basic ${right}`,
    'with a token of 15 kB': `Bearer ${'a'.repeat(6_000)}.${'b'.repeat(6_000)}.${'c'.repeat(3_000)}`,
    'with an expired token': `Bearer ${signed({ iat: now - 7200, nbf: now - 7200, exp: now - 3600 })}`,
    'with a token of tomorrow': `Bearer ${signed({ nbf: now + 86_400, exp: now + 90_000 })}`,
    'with the key of a stranger': `Bearer ${signed({}, { key: stranger.privateKey })}`,
    'with another type': `Bearer ${signed({}, { header: { typ: 'JWT' } })}`,
    'with the type of a refresh token': `Bearer ${signed({}, { header: { typ: 'rt+jwt' } })}`,
    'with an unknown key name': `Bearer ${signed({}, { header: { kid: '../../etc/passwd' } })}`,
    'for another audience': `Bearer ${signed({ aud: 'another-api' })}`,
    'from another issuer': `Bearer ${signed({ iss: 'another' })}`,
    'without algorithm': `Bearer ${part({ ...HEADER, alg: 'none' })}.${body}.`,
    'without algorithm, signature kept': `Bearer ${part({ ...HEADER, alg: 'none' })}.${body}.${signature}`,
    'signed with the public key as a secret': `Bearer ${byPublicKey(part({ ...HEADER, alg: 'HS256' }), body, publicPem)}`,
    'with another region written in': `Bearer ${head}.${part({ ...claims, region: '04' })}.${signature}`,
    'with another role written in': `Bearer ${head}.${part({ ...claims, role: 'regional_administrator' })}.${signature}`,
    'with half a signature': `Bearer ${head}.${body}.${signature.slice(0, 40)}`,
    'without a subject': `Bearer ${signed({ sub: undefined })}`,
    'with a subject that is no identifier': `Bearer ${signed({ sub: "' or 1=1 --" })}`,
    'with a session of nobody': `Bearer ${signed({ sid: randomUUID() })}`,
    'with an unknown role': `Bearer ${signed({ role: 'root' })}`,
    'with an unknown region': `Bearer ${signed({ region: '99' })}`,
    // A role that may not is told so before its session is looked at.
    ...(valid.as.actor.role === 'counsellor' && endedSessions(bait)),
  };
  const mutations: Mutation[] = Object.entries(bearer).map(([name, value]) => ({
    name,
    asked: withToken(asked, value),
    expected: { status: [401] },
  }));
  if (operation.authz.permission)
    mutations.push({
      name: 'before a post was chosen',
      asked: withToken(asked, `Bearer ${withoutPost(signed)}`),
      expected: { status: [403], code: 'session.no_post' },
    });
  if (operation.method !== 'GET') mutations.push(...byCookie(asked, right));
  return mutations;
}

function endedSessions({ api, world: { ended }, operation }: Bait): Record<string, string> {
  const bearer = (who: (typeof ended)[keyof typeof ended]): string => `Bearer ${api.tokenOf(who)}`;
  return {
    'of a session that was signed out': bearer(ended.signedOut),
    'of an account that changed since': bearer(ended.changed),
    'of an account that was closed': bearer(ended.closed),
    'of a session that ran out': bearer(ended.ranOut),
    ...(operation.authz.permission && { 'of a post that ended': bearer(ended.postEnded) }),
  };
}

/** Requests of a browser: the cookie alone changes nothing, a page must also know the value of its session. */
function byCookie(asked: Asked, token: string): Mutation[] {
  const cookie = { ...withToken(asked, undefined).headers, cookie: `__Host-relais=${token}` };
  const expected = { status: [403], code: 'session.forged_origin' };
  return [
    { name: 'by cookie, from a foreign page', asked: { ...asked, headers: cookie }, expected },
    { name: 'by cookie, with a guessed value', asked: { ...asked, headers: { ...cookie, 'x-relais-csrf': 'guessed' } }, expected },
  ];
}

function withToken(asked: Asked, authorization: string | undefined): Asked {
  const { authorization: _, ...others } = asked.headers;
  return { ...asked, headers: { ...others, ...(authorization !== undefined && { authorization }) } };
}

function withoutPost(signed: (change: object) => string): string {
  return signed({
    region: undefined,
    post: undefined,
    unit: undefined,
    operator: undefined,
    staff: undefined,
    role: undefined,
    ver: undefined,
  });
}

function byPublicKey(head: string, body: string, publicKey: string): string {
  return `${head}.${body}.${createHmac('sha256', publicKey).update(`${head}.${body}`).digest('base64url')}`;
}

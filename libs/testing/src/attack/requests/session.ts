import { createHmac, randomUUID } from 'node:crypto';
import type { Professional } from '../../professionals';
import type { Scene } from '../scene';
import type { ValidRequest, ValidRequests } from './request';

const REFRESH_COOKIE = '__Host-relais-refresh';

export const sessionRequests: ValidRequests = {
  live: () => ({}),
  ready: () => ({}),
  listDemoAccounts: () => ({}),
  openToken: async (s) => ({ body: await credentials(s) }),
  openSession: async (s) => ({ body: await credentials(s) }),
  refreshToken: async (s) => ({ body: { refreshToken: (await signIn(s, '/api/token')).refreshToken } }),
  refreshSessionCookies: async (s) => ({ cookies: { [REFRESH_COOKIE]: (await signIn(s, '/api/session')).cookie } }),
  showMySession: async (s) => ({ as: await s.passerby() }),
  signOutHere: async (s) => ({ as: await s.passerby() }),
  signOutEverywhere: async (s) => ({ as: await s.passerby() }),
  showSecurity: async (s) => ({ as: await s.passerby() }),
  changePassword: async (s) => ({ as: await proven(s), body: { password: s.secret('quatre saisons sous la pluie') } }),
  beginSecondFactor: async (s) => ({ as: await proven(s) }),
  confirmSecondFactor: async (s) => withCode(s, await proven(s)),
  removeSecondFactor: async (s) => ({ as: await proven(s) }),
  proveSession: async (s) => provenBy(await s.passerby()),
  endSignIn: async (s) => otherSignIn(s, await s.passerby()),
  chooseTokenPost: async (s) => ownPost(await s.passerby()),
  chooseSessionPost: async (s) => ownPost(await s.passerby()),
};

async function credentials(s: Scene): Promise<{ email: string; password: string }> {
  const { email, password } = await s.passerby();
  s.world.secrets.add(email);
  return { email, password };
}

function ownPost(who: Professional): ValidRequest {
  return { as: who, body: { postId: who.actor.postId } };
}

function provenBy(who: Professional): ValidRequest {
  return { as: who, body: { password: who.password } };
}

/** Somebody who has just said again who they are. */
async function proven(s: Scene): Promise<Professional> {
  const who = await s.passerby();
  await s.world.db.rows('update auth.session set proven_at = now() where id = $1', [who.actor.sessionId]);
  return who;
}

async function withCode(s: Scene, who: Professional): Promise<ValidRequest> {
  const headers = { authorization: `Bearer ${s.api.tokenOf(who)}` };
  const { payload } = await s.api.app.inject({ method: 'POST', url: '/api/account/second-factor', headers });
  return { as: who, body: { code: codeOf((JSON.parse(payload) as { secret: string }).secret) } };
}

/** The six digits of this half minute (RFC 6238). */
function codeOf(secret: string): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(step).digest();
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, '0');
}

async function otherSignIn(s: Scene, who: Professional): Promise<ValidRequest> {
  const id = randomUUID();
  const soon = new Date(Date.now() + 3_600_000);
  await s.world.db.rows('insert into auth.session (id, account_id, expires_at) values ($1, $2, $3)', [id, who.actor.accountId, soon]);
  return { as: who, id };
}

async function signIn(s: Scene, url: string): Promise<{ refreshToken: string; cookie: string }> {
  const answer = await s.api.app.inject({ method: 'POST', url, payload: await credentials(s) });
  const { refreshToken = '' } = JSON.parse(answer.payload) as { refreshToken?: string };
  return { refreshToken, cookie: answer.cookies.find(({ name }) => name === REFRESH_COOKIE)?.value ?? '' };
}

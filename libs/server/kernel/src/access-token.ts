import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { type Actor, type Id, type Instant, isRegionCode, millisOf, type RegionCode, type Role, ROLES } from '@relais/domain';
import jsonwebtoken from 'jsonwebtoken';
import { ExtractJwt, Strategy, type StrategyOptionsWithoutRequest } from 'passport-jwt';
import { Settings } from './settings';

/** Cookie of the access token: `__Host-` binds it to this origin, HttpOnly hides it from scripts. */
export const ACCESS_COOKIE = '__Host-relais';

/** Seconds for which an access token holds. Source: trust.md §3. */
export const ACCESS_TOKEN_SECONDS = 600;

const ISSUER = 'relais';
const AUDIENCE = 'relais-api';
const TYPE = 'at+jwt';
const KEY_ID = 'k1';

/** What an access token says. `actor` is missing until a post is chosen. */
export type SignedIn = { readonly accountId: Id; readonly sessionId: Id; readonly actor: Actor | undefined };

type Claims = {
  sub: string;
  sid: string;
  region?: string;
  post?: string;
  unit?: string;
  operator?: string;
  staff?: string;
  role?: string;
  ver?: number;
};

/** Signs and reads access tokens (ES256, RFC 9068 `at+jwt`), and the CSRF value that belongs to a session. */
@Injectable()
export class AccessTokens extends PassportStrategy(Strategy, 'jwt') {
  constructor(private readonly settings: Settings) {
    const options: StrategyOptionsWithoutRequest = {
      jwtFromRequest: ExtractJwt.fromExtractors([ExtractJwt.fromAuthHeaderAsBearerToken(), fromCookie]),
      secretOrKeyProvider: (_request: unknown, token: string, done: (error: unknown, key?: string) => void) => {
        const header = jsonwebtoken.decode(token, { complete: true })?.header;
        if (header?.typ !== TYPE || header.kid !== KEY_ID) return done(new UnknownToken());
        return done(null, settings.tokenPublicKey);
      },
      issuer: ISSUER,
      audience: AUDIENCE,
      algorithms: ['ES256'],
    };
    super(options);
  }

  /** Called by passport once signature, type, issuer, audience and dates are right. */
  validate(claims: Claims): SignedIn | false {
    return readClaims(claims) ?? false;
  }

  /** A signed access token for a session, acting as a post when one is chosen. */
  sign(signedIn: SignedIn, now: Instant): string {
    const { actor } = signedIn;
    const issuedAt = Math.floor(millisOf(now) / 1000);
    const claims: Claims & { iat: number; nbf: number; exp: number } = {
      sub: signedIn.accountId,
      sid: signedIn.sessionId,
      iat: issuedAt,
      nbf: issuedAt - 5,
      exp: issuedAt + ACCESS_TOKEN_SECONDS,
      ...(actor && {
        region: actor.region,
        post: actor.postId,
        unit: actor.unitId,
        operator: actor.operatorId,
        staff: actor.staffId,
        role: actor.role,
        ver: actor.accountVersion,
      }),
    };
    return jsonwebtoken.sign(claims, this.settings.tokenPrivateKey, {
      algorithm: 'ES256',
      issuer: ISSUER,
      audience: AUDIENCE,
      header: { alg: 'ES256', typ: TYPE, kid: KEY_ID },
    });
  }

  /** The value that pages of this session send back with every change. */
  csrfOf(sessionId: Id): string {
    return createHmac('sha256', this.settings.contextKey).update(`csrf|${sessionId}`).digest('base64url');
  }

  /** Whether a header holds the CSRF value of this session. */
  isCsrfOf(sessionId: Id, header: unknown): boolean {
    const expected = Buffer.from(this.csrfOf(sessionId));
    const given = Buffer.from(typeof header === 'string' ? header : '');
    return expected.length === given.length && timingSafeEqual(expected, given);
  }
}

/** A token of another type or key. */
class UnknownToken extends Error {}

function fromCookie(request: unknown): string | null {
  const { cookies } = request as { cookies?: Record<string, string | undefined> };
  return cookies?.[ACCESS_COOKIE] ?? null;
}

function readClaims(claims: Claims): SignedIn | undefined {
  const { sub, sid, region, post, unit, operator, staff, role, ver } = claims;
  if (!isId(sub) || !isId(sid)) return undefined;
  if (region === undefined) return { accountId: sub, sessionId: sid, actor: undefined };
  if (!isRegionCode(region) || !isId(post) || !isId(unit) || !isId(operator) || !isId(staff) || !isRole(role) || !Number.isInteger(ver))
    return undefined;
  return { accountId: sub, sessionId: sid, actor: actorOf(region, Number(ver), { sub, sid, post, unit, operator, staff, role }) };
}

function actorOf(
  region: RegionCode,
  accountVersion: number,
  c: Record<'sub' | 'sid' | 'post' | 'unit' | 'operator' | 'staff', Id> & { role: Role },
): Actor {
  return {
    region,
    accountId: c.sub,
    accountVersion,
    sessionId: c.sid,
    staffId: c.staff,
    postId: c.post,
    unitId: c.unit,
    operatorId: c.operator,
    role: c.role,
  };
}

function isId(text: string | undefined): text is Id {
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function isRole(text: string | undefined): text is Role {
  return (ROLES as readonly (string | undefined)[]).includes(text);
}

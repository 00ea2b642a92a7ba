import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { may } from '@relais/domain';
import type { FastifyRequest } from 'fastify';
import { AccessTokens, type SignedIn } from './access-token';
import { openingOf } from './can';
import { refuse } from './problems';

/** A request after the guard: who is signed in, and as which post. */
export type SignedRequest = FastifyRequest & { user?: SignedIn };

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Header that a page of ours sends with every change; a foreign page can't. */
export const CSRF_HEADER = 'x-relais-csrf';

/** Deny, then allow: no route answers before its permission was read from the one table of rights. */
@Injectable()
export class SessionGuard extends AuthGuard('jwt') {
  constructor(private readonly tokens: AccessTokens) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const opening = openingOf(context.getHandler());
    if (!opening) return refuse('permission.denied');
    if ('open' in opening) return true;
    await super.canActivate(context);
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const signedIn = request.user ?? refuse('session.missing');
    const byCookie = request.headers.authorization === undefined;
    const changes = !SAFE_METHODS.includes(request.method);
    if (byCookie && changes && !this.tokens.isCsrfOf(signedIn.sessionId, request.headers[CSRF_HEADER])) refuse('session.forged_origin');
    if ('account' in opening) return true;
    const actor = signedIn.actor ?? refuse('session.no_post');
    if (!may(actor.role, opening.permission)) refuse('permission.denied');
    return true;
  }

  override handleRequest<T>(_error: unknown, signedIn: T | false): T {
    return signedIn || refuse('session.missing');
  }
}

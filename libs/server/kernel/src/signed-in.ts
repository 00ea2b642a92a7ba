import { createParamDecorator, type ExecutionContext, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '@relais/domain';
import type { SignedIn } from './access-token';
import { refuse } from './problems';
import type { SignedRequest } from './session.guard';

/** The post that acts in this request. */
export const ActingPost = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<SignedRequest>().user?.actor ?? refuse('session.no_post');
});

/** The account that is signed in, with or without a post. */
export const SignedInAccount = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  return context.switchToHttp().getRequest<SignedRequest>().user ?? refuse('session.missing');
});

/** Reads an identifier of the path: what is not one exists as little as a row of another region, 404. */
export const ExistingId = new ParseUUIDPipe({ exceptionFactory: () => refuse('request.not_found') });

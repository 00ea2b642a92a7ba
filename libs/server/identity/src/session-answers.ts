import { Injectable } from '@nestjs/common';
import type { Id, Instant } from '@relais/domain';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from '@relais/server/kernel';
import { type Account, type AccountPost, actorOf, postView } from './account-posts';
import type { AccessTokenView, SessionView, TokenView } from './identity.messages';
import { RefreshTokens } from './refresh-tokens';

/** How the tokens of a session travel: in cookies of a browser, or as bearer of a program. */
export type Transport = 'cookie' | 'bearer';

/** A session that lives, with what its holder may see of it. */
export type OpenSession = {
  readonly sessionId: Id;
  readonly account: Account;
  readonly post: AccountPost | undefined;
  readonly posts: readonly AccountPost[];
};

/** A session just opened or refreshed: `refreshTokenId` names the token to hand out. */
export type FreshSession = OpenSession & { readonly refreshTokenId: Id };

/** Writes an open session as its holder gets it. */
@Injectable()
export class SessionAnswers {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly refreshTokens: RefreshTokens,
  ) {}

  /** The access token of a session, acting as its post. */
  accessTokenOf({ sessionId, account, post }: OpenSession, now: Instant): string {
    return this.accessTokens.sign({ accountId: account.id, sessionId, actor: post && actorOf(account, sessionId, post) }, now);
  }

  /** The refresh token to hand out. */
  refreshTokenOf(session: FreshSession): string {
    return this.refreshTokens.textOf(session.refreshTokenId);
  }

  /** For a program. */
  tokens(session: FreshSession, now: Instant): TokenView {
    return {
      accessToken: this.accessTokenOf(session, now),
      refreshToken: this.refreshTokenOf(session),
      expiresIn: ACCESS_TOKEN_SECONDS,
      post: session.post ? postView(session.post) : null,
      posts: session.posts.map(postView),
    };
  }

  /** For a program that changed its post. */
  accessToken(session: OpenSession & { readonly post: AccountPost }, now: Instant): AccessTokenView {
    return { accessToken: this.accessTokenOf(session, now), expiresIn: ACCESS_TOKEN_SECONDS, post: postView(session.post) };
  }

  /** For a page. */
  session({ sessionId, account, post, posts }: OpenSession): SessionView {
    return {
      account: { givenName: account.given_name, familyName: account.family_name, email: account.email, locale: account.locale },
      post: post ? postView(post) : null,
      posts: posts.map(postView),
      csrf: this.accessTokens.csrfOf(sessionId),
    };
  }
}

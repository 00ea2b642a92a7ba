import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, refuse, type SignedIn } from '@relais/server/kernel';
import { type AccountPost, postToActAs } from './account-posts';
import { AuthDatabase } from './auth-database';
import type { OpenSession } from './session-answers';
import { ShowSession } from './show-session';

/** Changes the post that a session acts as: every later request acts as it, tokens of the former post are refused. */
@Injectable()
export class ChoosePost {
  constructor(
    private readonly auth: AuthDatabase,
    private readonly showSession: ShowSession,
    private readonly clock: Clock,
  ) {}

  /** The session in its new post; 422 for a post that the account does not hold today. */
  async execute(signedIn: SignedIn, postId: Id): Promise<OpenSession & { readonly post: AccountPost }> {
    return this.auth.transaction(async (auth) => {
      const session = await this.showSession.living(auth, signedIn);
      const post = postToActAs(session.posts, postId, session.strong) ?? refuse('session.no_post');
      await auth.rows('update session set region = $2, post_id = $3 where id = $1', [session.sessionId, post.region, post.post_id]);
      await auth.rows('update account_post set last_used_at = $3 where region = $1 and post_id = $2', [
        post.region,
        post.post_id,
        this.clock.now(),
      ]);
      return { ...session, post };
    });
  }
}

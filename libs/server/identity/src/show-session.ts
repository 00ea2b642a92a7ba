import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, refuse, type SignedIn } from '@relais/server/kernel';
import { type Account, postsOf } from './account-posts';
import { AuthDatabase, type AuthTransaction } from './auth-database';
import type { OpenSession } from './session-answers';

type Row = Account & { region: string | null; post_id: Id | null; strong: boolean };

const LIVING = `select a.id, a.email, a.given_name, a.family_name, a.locale, a.active, a.version, s.region, s.post_id, s.strong
  from session s join account a on a.id = s.account_id
  where s.id = $1 and s.account_id = $2 and s.revoked_at is null and s.expires_at > $3 and a.active`;

/** Reads the session of a request that needs no post: routes of a post check theirs in their unit of work. */
@Injectable()
export class ShowSession {
  constructor(
    private readonly auth: AuthDatabase,
    private readonly clock: Clock,
  ) {}

  /** The session; 401 when it was ended, or its account disabled or changed since the token was signed. */
  async execute(signedIn: SignedIn): Promise<OpenSession> {
    return this.auth.transaction((auth) => this.living(auth, signedIn));
  }

  /** The same, inside a transaction under way. */
  async living(auth: AuthTransaction, { accountId, sessionId, actor }: SignedIn): Promise<OpenSession & { readonly strong: boolean }> {
    const now = this.clock.now();
    const row = (await auth.row<Row>(LIVING, [sessionId, accountId, now])) ?? refuse('session.expired');
    if (actor && actor.accountVersion !== row.version) refuse('session.expired');
    const posts = await postsOf(auth, row.id, now);
    const post = posts.find(({ region, post_id }) => region === row.region && post_id === row.post_id);
    return { sessionId, account: row, post, posts, strong: row.strong };
  }
}

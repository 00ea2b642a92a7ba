import { Injectable } from '@nestjs/common';
import { type Id, type Instant, needsCode } from '@relais/domain';
import { Clock, refuse, type SignedIn } from '@relais/server/kernel';
import { AuthDatabase } from './auth-database';
import { type Factor, FACTOR, SecondFactor } from './second-factor';
import type { SecurityView, SignInLine } from './security.messages';
import { ShowSession } from './show-session';

type Row = { id: Id; agent: string; transport: 'cookie' | 'bearer'; createdAt: Instant; lastSeenAt: Instant; operator: string | null };

const OPEN = `select s.id, s.agent, s.transport, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", p.operator_name as operator
  from session s left join account_post p on p.account_id = s.account_id and p.region = s.region and p.post_id = s.post_id
  where s.account_id = $1 and s.revoked_at is null and s.expires_at > $2 order by s.last_seen_at desc, s.id limit 100`;

/** How an account is protected, and where it is signed in. */
@Injectable()
export class ListSignIns {
  constructor(
    private readonly auth: AuthDatabase,
    private readonly showSession: ShowSession,
    private readonly factor: SecondFactor,
    private readonly clock: Clock,
  ) {}

  show(signedIn: SignedIn): Promise<SecurityView> {
    return this.auth.transaction(async (auth) => {
      const { account, posts } = await this.showSession.living(auth, signedIn);
      const factor = await auth.row<Factor>(`select ${FACTOR} from account where id = $1`, [account.id]);
      const left = await auth.row<{ left: number }>(
        'select count(*)::int as left from recovery_code where account_id = $1 and used_at is null',
        [account.id],
      );
      const rows = await auth.rows<Row>(OPEN, [account.id, this.clock.now()]);
      return {
        secondFactor: factor !== undefined && this.factor.isSet(factor),
        secondFactorAsked: posts.some((post) => needsCode({ role: post.role, asksCode: post.asks_code })),
        recoveryCodesLeft: left?.left ?? 0,
        signIns: rows.map((row): SignInLine => ({ ...row, current: row.id === signedIn.sessionId })),
      };
    });
  }

  /** Ends one of one's own sign-ins; 404 for anybody else's. */
  end(signedIn: SignedIn, id: Id): Promise<void> {
    return this.auth.transaction(async (auth) => {
      await this.showSession.living(auth, signedIn);
      const ended = await auth.rows(
        `update session set revoked_at = $3, revoked_for = 'ended_elsewhere' where id = $1 and account_id = $2 and revoked_at is null returning id`,
        [id, signedIn.accountId, this.clock.now()],
      );
      if (ended.length === 0) refuse('request.not_found');
    });
  }
}

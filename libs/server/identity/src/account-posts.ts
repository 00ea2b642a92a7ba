import { type Actor, type Id, type Instant, needsCode, type RegionCode, regionOf, type Role } from '@relais/domain';
import { refuse } from '@relais/server/kernel';
import type { AuthTransaction } from './auth-database';
import type { PostView } from './identity.messages';

/** An account that may sign in. */
export type Account = {
  readonly id: Id;
  readonly email: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly locale: string;
  readonly active: boolean;
  readonly version: number;
};

/** One post that an account holds today, in any region. */
export type AccountPost = {
  readonly post_id: Id;
  readonly region: RegionCode;
  readonly staff_id: Id;
  readonly unit_id: Id;
  readonly operator_id: Id;
  readonly unit_name: string;
  readonly operator_name: string;
  readonly title: string;
  readonly role: Role;
  readonly asks_code: boolean;
};

const POSTS = `select post_id, region, staff_id, unit_id, operator_id, unit_name, operator_name, title, role, asks_code from account_post
  where account_id = $1 and active and (until is null or until >= $2::timestamptz::date)
  order by last_used_at desc nulls last, operator_name, unit_name, post_id`;

/** The posts that an account holds today, the last used first: the only reading across regions. */
export async function postsOf(auth: AuthTransaction, accountId: Id, now: Instant): Promise<AccountPost[]> {
  return auth.rows<AccountPost>(POSTS, [accountId, now]);
}

/** Whether an account holds a post that ended because its region was closed. */
export async function endedWithRegion(auth: AuthTransaction, accountId: Id): Promise<boolean> {
  return (await auth.rows('select 1 from account_post where account_id = $1 and closed_with_region limit 1', [accountId])).length > 0;
}

/**
 * The post to act as: the one asked for, which must be held (422 otherwise), or the only one; undefined leaves the choice to
 * the person. A post that asks for a second factor is acted as only in a session that gave one (`strong`): 403 otherwise.
 */
export function postToActAs(posts: readonly AccountPost[], asked: Id | undefined, strong: boolean): AccountPost | undefined {
  if (asked === undefined) return posts.length === 1 && open(posts[0], strong) ? posts[0] : undefined;
  const post = posts.find(({ post_id }) => post_id === asked) ?? refuse('request.invalid', { pointer: '/postId' });
  return open(post, strong) ? post : refuse('session.code_required');
}

/** Whether a session may act as a post. */
export function open(post: AccountPost | undefined, strong: boolean): boolean {
  return post !== undefined && (strong || !needsCode({ role: post.role, asksCode: post.asks_code }));
}

/** Who acts, from an account, its session and the chosen post. */
export function actorOf(account: Account, sessionId: Id, post: AccountPost): Actor {
  return {
    region: post.region,
    accountId: account.id,
    accountVersion: account.version,
    sessionId,
    staffId: post.staff_id,
    postId: post.post_id,
    unitId: post.unit_id,
    operatorId: post.operator_id,
    role: post.role,
  };
}

/** A post as its holder sees it. */
export function postView(post: AccountPost): PostView {
  return {
    id: post.post_id,
    region: post.region,
    regionName: regionOf(post.region).name,
    operator: post.operator_name,
    operatorId: post.operator_id,
    unit: post.unit_name,
    unitId: post.unit_id,
    role: post.role,
    title: post.title,
    asksCode: needsCode({ role: post.role, asksCode: post.asks_code }),
  };
}

import { toInstant } from '@relais/domain';
import { SECOND, type Network } from '../region/build-operators';
import type { Row, TableRows } from './tables';

const OPENED = toInstant('2025-01-06T08:00:00.000Z');

/** Operators, trees, professionals and posts as rows. */
export function networkRows({ operators, units, staff, posts }: Network): TableRows {
  return {
    operator: operators,
    unit: units,
    staff: staff.map(({ id, accountId, givenName, familyName, email }) => ({
      id,
      account_id: accountId,
      given_name: givenName,
      family_name: familyName,
      email,
      created_at: OPENED,
    })),
    post: posts.map(({ id, staffId, unitId, operatorId, role, title, since }) => ({
      id,
      staff_id: staffId,
      unit_id: unitId,
      operator_id: operatorId,
      role,
      title,
      since,
      active: true,
      created_at: OPENED,
    })),
  };
}

/** Accounts, the posts they may act as, and the ones shown on the sign-in page of a demo. */
export function accountRows(network: Network): { accounts: Row[]; posts: Row[]; shown: Row[] } {
  const { staff, posts, unitNames, operatorNames } = network;
  const operatorsWithKnown = new Set(posts.filter(({ known }) => known).map(({ operatorId }) => operatorId));
  const firstOf = new Map(
    posts
      .filter(({ role, title }) => role === 'counsellor' && title !== SECOND)
      .reverse()
      .map((post) => [post.operatorId, post]),
  );
  const shown = posts.filter((post) => post.known || (!operatorsWithKnown.has(post.operatorId) && firstOf.get(post.operatorId) === post));
  const nameOf = (operatorId: string): string => operatorNames.get(operatorId)?.name ?? '';
  return {
    accounts: staff.map(({ accountId, email, givenName, familyName }) => ({
      id: accountId,
      email,
      given_name: givenName,
      family_name: familyName,
    })),
    posts: posts.map((post) => ({
      account_id: post.accountId,
      post_id: post.id,
      staff_id: post.staffId,
      unit_id: post.unitId,
      operator_id: post.operatorId,
      operator_name: nameOf(post.operatorId),
      unit_name: unitNames.get(post.unitId) ?? '',
      title: post.title,
      role: post.role,
    })),
    shown: shown.map((post) => ({
      email: staff.find(({ id }) => id === post.staffId)?.email ?? '',
      operator: nameOf(post.operatorId),
      role: post.role,
    })),
  };
}

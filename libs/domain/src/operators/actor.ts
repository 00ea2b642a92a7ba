import type { RegionCode } from '../regions/region';
import type { Role } from './permissions';

/** An identifier: a UUID version 7 made by the application. */
export type Id = string;

/** Who acts: one professional in one post of one region. Every request acts as exactly one post. */
export type Actor = {
  readonly region: RegionCode;
  readonly accountId: Id;
  /** Version of the account when the token was signed: a changed password or right makes it stale. */
  readonly accountVersion: number;
  readonly sessionId: Id;
  readonly staffId: Id;
  readonly postId: Id;
  readonly unitId: Id;
  readonly operatorId: Id;
  readonly role: Role;
};

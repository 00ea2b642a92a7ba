import type { RegionCode, Role } from '@relais/domain';

/** Who is signed in. */
export type Account = { readonly givenName: string; readonly familyName: string; readonly email: string; readonly locale: string };

/** One post of the account: every request acts as one. */
export type SessionPost = {
  readonly id: string;
  readonly region: RegionCode;
  readonly regionName: string;
  readonly operatorId: string;
  readonly operator: string;
  readonly unitId: string;
  readonly unit: string;
  readonly role: Role;
  readonly title: string;
  /** Acted as only after a second factor. */
  readonly asksCode: boolean;
};

/** Answer of `GET /api/session`. */
export type SessionAnswer = {
  readonly account: Account;
  readonly post: SessionPost | null;
  readonly posts: readonly SessionPost[];
  readonly csrf: string;
};

/** One line of `GET /api/demo/accounts`, which exists only in demo mode. */
export type DemoAccount = {
  readonly email: string;
  readonly password: string;
  readonly region: RegionCode;
  readonly regionName: string;
  readonly operator: string;
  readonly unit: string;
  readonly role: Role;
  /** Second factor of an administrator: its secret for a telephone, and the code of this half minute. */
  readonly secret: string | null;
  readonly code: string | null;
};

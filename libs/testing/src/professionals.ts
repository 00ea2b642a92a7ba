import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { Actor, RegionCode, Role } from '@relais/domain';
import { aPost, aStaff, region } from './builders';
import type { TestDatabase } from './database';
import { insert } from './insert';
import type { Session } from './session';

/** A professional signed in at a post: the actor for use cases and tokens, and transactions as that post. */
export type Professional = Session & {
  readonly actor: Actor;
  readonly email: string;
  readonly password: string;
};

/** Where the professional works; a new operator and unit when not said. */
export type Workplace = { readonly region?: RegionCode; readonly operatorId?: string; readonly unitId?: string };

/** One maker per role. */
export type Professionals = Readonly<Record<keyof typeof ROLE_OF, (place?: Workplace) => Promise<Professional>>>;

const ROLE_OF = {
  counsellor: 'counsellor',
  unitLead: 'unit_lead',
  operatorAdministrator: 'operator_administrator',
  regionalManager: 'regional_manager',
  regionalCoordinator: 'regional_coordinator',
  regionalAdministrator: 'regional_administrator',
  dataProtectionOfficer: 'data_protection_officer',
} as const satisfies Record<string, Role>;

const PASSWORD = 'une phrase de passe assez longue';
let passwordHash: Promise<string> | undefined;

/** The makers of professionals of one database. */
export function professionals(db: TestDatabase): Professionals {
  const makers = Object.entries(ROLE_OF).map(([name, role]) => [name, (place: Workplace = {}) => aProfessional(db, role, place)] as const);
  return Object.fromEntries(makers) as Professionals;
}

async function aProfessional(db: TestDatabase, role: Role, place: Workplace): Promise<Professional> {
  const at = region(place.region ? { region: place.region } : {});
  const staff = await aStaff(db, at);
  const post = await aPost(db, {
    ...at,
    staff_id: staff.id,
    role,
    ...(place.unitId ? { unit_id: place.unitId } : {}),
    ...(place.operatorId ? { operator_id: place.operatorId } : {}),
  });
  const sessionId = randomUUID();
  await db.arranging(post.region).transaction(async (client) => {
    await insert(client, 'auth.account', {
      id: staff.account_id,
      email: staff.email,
      password_hash: await (passwordHash ??= hash(PASSWORD, { memoryCost: 47_104, timeCost: 1, parallelism: 1 })),
      given_name: staff.given_name,
      family_name: staff.family_name,
    });
    await insert(client, 'auth.account_post', {
      account_id: staff.account_id,
      region: post.region,
      post_id: post.id,
      staff_id: staff.id,
      unit_id: post.unit_id,
      operator_id: post.operator_id,
      operator_name: 'Opérateur',
      unit_name: 'Structure',
      role,
    });
    const soon = new Date(Date.now() + 3_600_000);
    await insert(client, 'auth.session', {
      id: sessionId,
      account_id: staff.account_id,
      region: post.region,
      post_id: post.id,
      expires_at: soon,
    });
  });
  const actor: Actor = {
    region: post.region,
    accountId: staff.account_id,
    accountVersion: 1,
    sessionId,
    staffId: staff.id,
    postId: post.id,
    unitId: post.unit_id,
    operatorId: post.operator_id,
    role,
  };
  return { ...db.acting(actor), actor, email: staff.email, password: PASSWORD };
}

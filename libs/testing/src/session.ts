import type { Pool, PoolClient } from 'pg';
import type { Id, RegionCode, Role } from '@relais/domain';
import { enterAs, type ContextClaim } from '../../server/kernel/src/signed-context';

/** Whom a test acts for. */
export type Acting = {
  readonly region: RegionCode;
  readonly postId: Id;
  readonly unitId: Id;
  readonly operatorId: Id;
  readonly role: Role;
};

/** Transactions in a role and a region, as the running product makes them: role and signed context first. */
export type Session = {
  /** One statement in a transaction of its own, committed. Give the region yourself as a literal parameter. */
  rows<T = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /** Several statements in one transaction: committed when `task` resolves, rolled back when it throws. */
  transaction<T>(task: (client: PoolClient) => Promise<T>): Promise<T>;
};

const LIFE_SECONDS = 60;

/** Sessions of a pool: each transaction first becomes `role` (or stays who it is) with a fresh signed context. */
export function sessionOf(pool: Pool, role: 'app_rw' | 'app_worker' | undefined, contextKey: string, claim: ContextClaim): Session {
  const transaction = async <T>(task: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(enterAs(role, contextKey, claim, Math.floor(Date.now() / 1000) + LIFE_SECONDS));
      const result = await task(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  };
  return {
    transaction,
    rows: <T>(sql: string, params: readonly unknown[] = []) =>
      transaction(async (client) => (await client.query(sql, [...params])).rows as T[]),
  };
}

/** The claim of a post. */
export function claimOf(who: Acting): ContextClaim {
  return { region: who.region, post: who.postId, unit: who.unitId, operator: who.operatorId, role: who.role };
}

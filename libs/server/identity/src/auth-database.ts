import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { refuse, Settings } from '@relais/server/kernel';
import pg from 'pg';

/** Connections for signing in, and how long a request waits for one before it is told to come back. */
const POOL = { max: 8, connectionTimeoutMillis: 1_000, idleTimeoutMillis: 30_000 };

/** A transaction on accounts and sessions. */
export type AuthTransaction = {
  rows<T extends object>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  row<T extends object>(sql: string, params?: readonly unknown[]): Promise<T | undefined>;
};

/**
 * The only door to accounts, passwords and sessions: a login of its own that may become `app_auth` and nothing else. These
 * tables span the regions, so they are no part of a unit of work, which lives in one. Source: trust.md §1.4.
 */
@Injectable()
export class AuthDatabase implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(settings: Settings) {
    this.pool = new pg.Pool({ ...POOL, connectionString: settings.authDatabaseUrl, application_name: 'relais-auth' });
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Runs `body` in one transaction as `app_auth`; commits when it resolves, rolls back when it throws. */
  async transaction<T>(body: (auth: AuthTransaction) => Promise<T>): Promise<T> {
    const client = await this.connect();
    try {
      await client.query('BEGIN; SET LOCAL ROLE app_auth');
      const result = await body(transactionOn(client));
      const { command } = await client.query('COMMIT');
      if (command !== 'COMMIT') throw new Error('the transaction was rolled back');
      client.release();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').then(
        () => client.release(),
        () => client.release(true),
      );
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private async connect(): Promise<pg.PoolClient> {
    try {
      return await this.pool.connect();
    } catch (error) {
      if (error instanceof Error && error.message.includes('timeout exceeded')) return refuse('request.unavailable');
      throw error;
    }
  }
}

function transactionOn(client: pg.PoolClient): AuthTransaction {
  const rows = async <T extends object>(sql: string, params: readonly unknown[] = []): Promise<T[]> =>
    (await client.query<T>(sql, [...params])).rows;
  return { rows, row: async <T extends object>(sql: string, params?: readonly unknown[]) => (await rows<T>(sql, params))[0] };
}

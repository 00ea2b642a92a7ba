import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { isPoolTimeout, poolFull } from './pool-timeout';
import { readTimesAsText } from './times-as-text';

readTimesAsText();

/** How many connections a process may hold per door. */
const POOL = { max: 12, idleTimeoutMillis: 30_000 };

/** The two doors to PostgreSQL of one login: TypeORM transactions for writes, pipelined plain `pg` for hot reads. */
@Injectable()
export class Database implements OnApplicationShutdown {
  /** Connections whose queries leave without waiting for the answers of earlier ones. */
  readonly reads: pg.Pool;

  constructor(
    url: string,
    poolWaitMillis: number,
    /** Transactions of writes, opened by TypeORM's own module with the entities of every area. */
    readonly writes: DataSource,
  ) {
    this.reads = new pg.Pool({
      ...POOL,
      connectionTimeoutMillis: poolWaitMillis,
      connectionString: url,
      application_name: 'relais-reads',
      pipeline: true,
    } as pg.PoolConfig);
    this.reads.on('error', () => undefined);
    this.reads.on('connect', (client) => client.on('error', () => undefined));
  }

  /** A client of the read door; a full pool refuses with the SQLSTATE-like code `POOL0` after one second. */
  async reader(): Promise<pg.PoolClient> {
    try {
      return await this.reads.connect();
    } catch (error) {
      throw isPoolTimeout(error) ? poolFull() : error;
    }
  }

  /** Rows of a query that belongs to no region (health, list of opened regions), as a role without any context: no tenant row is in sight. */
  async glance<T extends object>(role: 'app_rw' | 'app_worker', sql: string): Promise<T[]> {
    const client = await this.reader();
    try {
      const answers = (await client.query(`BEGIN READ ONLY; SET LOCAL ROLE ${role}; ${sql}; COMMIT`)) as unknown as pg.QueryResult<T>[];
      client.release();
      return answers[2]?.rows ?? [];
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reads.end();
  }
}

/** TypeORM's options for a login: `synchronize` is off, migrations are written by hand, nothing is logged (its errors carry parameters). */
export function writeDoor(url: string, poolWaitMillis: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    synchronize: false,
    logging: false,
    applicationName: 'relais-writes',
    poolErrorHandler: () => undefined,
    extra: { ...POOL, connectionTimeoutMillis: poolWaitMillis },
  };
}

import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { isPoolTimeout, poolFull } from './pool-timeout';
import { refuse } from './problems';

/** How a unit of work reaches PostgreSQL. */
export interface Door {
  /** Runs the unit inside one transaction, opened by its first query. */
  around<T>(body: () => Promise<T>): Promise<T>;
  rows<T extends object>(sql: string, values: readonly unknown[]): Promise<T[]>;
  /** TypeORM's manager of this transaction; throws on the read door. */
  manager(): Promise<EntityManager>;
}

/** First messages of a transaction: the context statements, and the query that tells whether the session still lives. */
export type Opening = { readonly context: () => string; readonly alive: string | undefined };

/** Writes: TypeORM's own transaction (never BEGIN by hand under TypeORM), context and session check in its first message. */
export class WriteDoor implements Door {
  private transaction: Promise<EntityManager> | undefined;
  private finish: ((how: 'commit' | 'rollback') => Promise<void>) | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly opening: Opening,
  ) {}

  async around<T>(body: () => Promise<T>): Promise<T> {
    try {
      const result = await body();
      await this.finish?.('commit');
      return result;
    } catch (error) {
      await this.finish?.('rollback').catch(() => undefined);
      throw error;
    }
  }

  async rows<T extends object>(sql: string, values: readonly unknown[]): Promise<T[]> {
    const manager = await this.manager();
    const result: unknown = await manager.query(sql, [...values]);
    return (isCounted(result) ? result[0] : result) as T[];
  }

  manager(): Promise<EntityManager> {
    this.transaction ??= this.begin();
    return this.transaction;
  }

  private async start(runner: QueryRunner): Promise<void> {
    try {
      await runner.startTransaction();
    } catch (error) {
      throw isPoolTimeout(error) ? poolFull() : error;
    }
  }

  private async begin(): Promise<EntityManager> {
    const runner = this.source.createQueryRunner();
    this.finish = async (how) => {
      try {
        await (how === 'commit' ? runner.commitTransaction() : runner.rollbackTransaction());
      } finally {
        await runner.release();
      }
    };
    try {
      await this.start(runner);
      const client = (await runner.connect()) as pg.PoolClient;
      const answer: unknown = await client.query(`${this.opening.context()}${this.opening.alive ? `; ${this.opening.alive}` : ''}`);
      if (this.opening.alive && !isAlive(answer)) refuse('session.expired');
      return runner.manager;
    } catch (error) {
      if (!runner.isTransactionActive) {
        this.finish = undefined;
        await runner.release();
      }
      throw error;
    }
  }
}

/** Reads: BEGIN, context and queries leave on one connection without waiting for each other's answers. */
export class ReadDoor implements Door {
  private opened: Promise<pg.PoolClient> | undefined;
  private first: Promise<void> | undefined;

  constructor(
    private readonly connect: () => Promise<pg.PoolClient>,
    private readonly opening: Opening,
  ) {}

  async around<T>(body: () => Promise<T>): Promise<T> {
    try {
      const result = await body();
      await this.close('COMMIT');
      return result;
    } catch (error) {
      await this.close('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  async rows<T extends object>(sql: string, values: readonly unknown[]): Promise<T[]> {
    const client = await this.open();
    const answer = client.query<T>({ name: nameOf(sql), text: sql, values: [...values] });
    const [, result] = await Promise.all([this.first, answer]);
    return result.rows;
  }

  manager(): Promise<EntityManager> {
    return Promise.reject(new Error('entities are written through the write door'));
  }

  private open(): Promise<pg.PoolClient> {
    this.opened ??= this.connect().then((client) => {
      const alive = this.opening.alive ? `; ${this.opening.alive}` : '';
      this.first = client.query(`BEGIN; ${this.opening.context()}${alive}`).then((answer: unknown) => {
        if (this.opening.alive && !isAlive(answer)) refuse('session.expired');
      });
      this.first.catch(() => undefined);
      return client;
    });
    return this.opened;
  }

  /**
   * A pipelined COMMIT after an error resolves with the command ROLLBACK: that is a failure. If the first message failed,
   * what followed ran outside a transaction as the bare login role: the connection is dropped.
   */
  private async close(how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    if (!this.opened) return;
    const client = await this.opened;
    try {
      await this.first;
      const { command } = await client.query(how);
      client.release();
      if (how === 'COMMIT' && command !== 'COMMIT') throw new Error('the transaction was rolled back');
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}

function isAlive(answer: unknown): boolean {
  const last: unknown = Array.isArray(answer) ? answer.at(-1) : answer;
  return (last as { rows?: { alive?: boolean }[] } | undefined)?.rows?.[0]?.alive === true;
}

function isCounted(result: unknown): result is [object[], number] {
  return Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
}

const names = new Map<string, string>();

function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known) return known;
  const name = createHash('sha1').update(sql).digest('base64url').slice(0, 20);
  names.set(sql, name);
  return name;
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { Actor, Id, RegionCode } from '@relais/domain';
import type { EntityTarget } from 'typeorm';
import { Clock } from './clock';
import { Database } from './database';
import { type Door, ReadDoor, WriteDoor } from './doors';
import { refuse } from './problems';
import { Settings } from './settings';
import { type GuestActor, signedContext, type SystemActor } from './signed-context';

/** A row of a tenant table. */
export type TenantRow = { region: RegionCode; id: Id; version?: number };

type Unit = { readonly who: Actor | SystemActor | GuestActor; readonly door: Door; readonly afterCommit: (() => void)[] };

const current = new AsyncLocalStorage<Unit>();

/**
 * One transaction per request or job, behind the region's wall. The first message sets role and signed context; nothing is
 * sent before the first query. Using it outside a unit throws. `$1` of every SQL text is the region, added here.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Who acts in this unit: throws for a unit of the worker, which acts for nobody. */
  get actor(): Actor {
    const { who } = this.unit;
    if (!('postId' in who)) throw new Error('no actor: this unit belongs to the worker');
    return who;
  }

  /** Who acts, or undefined in a unit of the worker. */
  get professional(): Actor | undefined {
    const { who } = this.unit;
    return 'postId' in who ? who : undefined;
  }

  /** The region of this unit. */
  get region(): RegionCode {
    return this.unit.who.region;
  }

  /** Runs `body` in a transaction for writes; commits when it resolves, rolls back when it throws. */
  async write<T>(who: Actor | SystemActor | GuestActor, body: () => Promise<T>): Promise<T> {
    return this.run(who, new WriteDoor(this.database.writes, this.opening(who)), body);
  }

  /** Runs `body` on the pipelined door: queries leave together, in one transaction. A read's journal row rides along. */
  async read<T>(who: Actor | SystemActor | GuestActor, body: () => Promise<T>): Promise<T> {
    return this.run(who, new ReadDoor(() => this.database.reader(), this.opening(who)), body);
  }

  /** Rows of a named SQL text. `$1` is the region; `params` start at `$2`. */
  rows<T extends object>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    const { door, who } = this.unit;
    return door.rows<T>(sql, [who.region, ...params]);
  }

  /** The first row, or undefined. */
  async row<T extends object>(sql: string, params: readonly unknown[] = []): Promise<T | undefined> {
    return (await this.rows<T>(sql, params))[0];
  }

  /** The first row; without one, the 404 of what does not exist for this reader. */
  async found<T extends object>(sql: string, params: readonly unknown[] = []): Promise<T> {
    return (await this.row<T>(sql, params)) ?? refuse('request.not_found');
  }

  /** Inserts one row of an entity; the region is added. */
  async insert<T extends TenantRow>(entity: EntityTarget<T>, row: Omit<T, 'region'>): Promise<void> {
    const manager = await this.unit.door.manager();
    await manager.insert(entity, { ...row, region: this.region } as never);
  }

  /** Locks and returns one row (`FOR UPDATE`); 404 when there is none to see, 403 when it is seen but not the actor's to change. */
  async lock<T extends TenantRow>(entity: EntityTarget<T>, id: Id): Promise<T> {
    const manager = await this.unit.door.manager();
    const row = await manager
      .createQueryBuilder(entity, 't')
      .setLock('pessimistic_write')
      .where('t.region = :region and t.id = :id', { region: this.region, id })
      .getOne();
    return row ?? refuse((await this.sees(entity, id)) ? 'permission.denied' : 'request.not_found');
  }

  /**
   * Changes one row and raises its version by one. With `expectedVersion`, only if nobody did before:
   * 412 when the version moved, 404 when there is no row to see.
   */
  async update<T extends TenantRow>(entity: EntityTarget<T>, id: Id, patch: Partial<T>, expectedVersion?: number): Promise<void> {
    const manager = await this.unit.door.manager();
    const query = manager
      .createQueryBuilder()
      .update(entity)
      .set({ ...patch, version: () => 'version + 1' } as never)
      .where('region = :region and id = :id', { region: this.region, id });
    if (expectedVersion !== undefined) query.andWhere('version = :expectedVersion', { expectedVersion });
    const { affected } = await query.execute();
    if (affected) return;
    return refuse((await this.sees(entity, id)) ? 'request.version_stale' : 'request.not_found');
  }

  /** Calls back once the transaction is committed; never when it rolls back. */
  afterCommit(call: () => void): void {
    this.unit.afterCommit.push(call);
  }

  private async sees<T extends TenantRow>(entity: EntityTarget<T>, id: Id): Promise<boolean> {
    const manager = await this.unit.door.manager();
    return manager.createQueryBuilder(entity, 't').where('t.region = :region and t.id = :id', { region: this.region, id }).getExists();
  }

  private async run<T>(who: Actor | SystemActor | GuestActor, door: Door, body: () => Promise<T>): Promise<T> {
    const unit: Unit = { who, door, afterCommit: [] };
    const result = await door.around(() => current.run(unit, body));
    for (const call of unit.afterCommit) call();
    return result;
  }

  private opening(who: Actor | SystemActor | GuestActor): { context: () => string; alive: string | undefined } {
    return {
      context: () => signedContext(who, this.settings.contextKey, Date.parse(this.clock.now())),
      alive:
        'sessionId' in who
          ? `SELECT sec.session_alive('${uuidOrFail(who.sessionId)}', ${Math.trunc(who.accountVersion)}) AS alive`
          : undefined,
    };
  }

  private get unit(): Unit {
    const unit = current.getStore();
    if (!unit) throw new Error('the database is used outside a unit of work');
    return unit;
  }
}

function uuidOrFail(id: Id): Id {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('not an identifier');
  return id;
}

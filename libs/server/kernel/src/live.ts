import { createHash } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Id, RegionCode } from '@relais/domain';
import pg from 'pg';
import { Subject } from 'rxjs';

/** "Something changed": for whom and about what; never what it says. */
export type Change = {
  readonly region: RegionCode;
  readonly topic: string;
  readonly postIds: readonly Id[];
  readonly unitIds: readonly Id[];
  /** The mark of the file that changed, see {@link markOfFile}. */
  readonly file?: string | undefined;
};

/** How a file is named on a stream: known again by a screen that shows this file, telling nothing to one that does not know its identifier. */
export function markOfFile(beneficiaryId: Id): string {
  return createHash('sha256').update(beneficiaryId).digest('hex').slice(0, 16);
}

const CHANNEL = 'relais_live';

/** Tells every API process that something changed. Used by the worker after commit, never inside a business transaction. */
@Injectable()
export class LiveTeller implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(url: string) {
    this.pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'relais-live' });
    this.pool.on('error', () => undefined);
  }

  /** Sends the change to whoever listens; a lost message costs one refresh, nothing else. */
  async tell(change: Change): Promise<void> {
    await this.pool.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify(change)]);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

/** Listens for changes on one connection per API process and hands them to the open streams. */
@Injectable()
export class LiveListener implements OnApplicationShutdown {
  /** Every change told since this process listens. */
  readonly changes = new Subject<Change>();
  private client: pg.Client | undefined;
  private stopped = false;

  constructor(private readonly url: string) {}

  /** Starts listening; comes back by itself when the server went away. */
  async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'relais-live', keepAlive: true });
    this.client = client;
    client.on('error', () => undefined);
    client.on('end', () => this.comeBack());
    client.on('notification', ({ payload }) => this.changes.next(JSON.parse(payload ?? '{}') as Change));
    await client.connect().then(
      () => client.query(`LISTEN ${CHANNEL}`),
      () => this.comeBack(),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.changes.complete();
    await this.client?.end().catch(() => undefined);
  }

  private comeBack(): void {
    if (!this.stopped) setTimeout(() => void this.listen(), 1_000).unref();
  }
}

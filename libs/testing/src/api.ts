import type { ModuleMetadata } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { type Actor, type Instant, toInstant } from '@relais/domain';
import { AccessTokens, assembleApi, Clock, type LogSink, Settings } from '@relais/server/kernel';
import supertest from 'supertest';
import type { TestDatabase } from './database';

/** A clock that stands still until a test moves it. */
export class TestClock extends Clock {
  constructor(private at: Instant = toInstant(new Date().toISOString())) {
    super();
  }

  override now(): Instant {
    return this.at;
  }

  /** Moves the clock to a moment. */
  moveTo(at: Instant): void {
    this.at = at;
  }
}

/** The environment of a process on a test database. */
export function environmentFor(db: TestDatabase): Readonly<Record<string, string>> {
  return {
    API_DATABASE_URL: db.urls.api,
    WORKER_DATABASE_URL: db.urls.worker,
    AUTH_DATABASE_URL: db.urls.auth,
    CONTEXT_KEY: db.secrets.contextKey,
    SEALING_KEY: db.secrets.masterKey,
    INDEX_KEY: db.secrets.blindIndexKey,
    TOKEN_PRIVATE_KEY: db.secrets.signing.privatePem,
    TOKEN_PUBLIC_KEY: db.secrets.signing.publicPem,
    LOG_LEVEL: 'silent',
    DEMO: 'true',
    POOL_WAIT_MS: '20000',
  };
}

/** The settings of a process on a test database. */
export function settingsFor(db: TestDatabase, more: Readonly<Record<string, string>> = {}): Settings {
  return new Settings({ ...environmentFor(db), ...more });
}

/** An API on a test database: the kernel, the named areas, real PostgreSQL, no port. */
export type TestApi = {
  readonly app: NestFastifyApplication;
  readonly document: OpenAPIObject;
  readonly clock: Clock;
  /** Requests without a session. */
  readonly request: ReturnType<typeof supertest.agent>;
  /** The bearer token of a professional. */
  tokenOf(who: { readonly actor: Actor }): string;
  /** Requests as a professional. */
  as(who: { readonly actor: Actor }): ReturnType<typeof supertest.agent>;
  close(): Promise<void>;
};

/** Assembles an API for a spec file; close it in `afterAll`, before the database is dropped. */
export async function apiFor(
  db: TestDatabase,
  areas: NonNullable<ModuleMetadata['imports']>,
  options: { readonly clock?: Clock; readonly log?: LogSink; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<TestApi> {
  const clock = options.clock ?? new Clock();
  const settings = settingsFor(db, { ...options.environment, ...(options.log && { LOG_LEVEL: 'debug' }) });
  const { app, document } = await assembleApi({ settings, areas, clock, ...(options.log && { log: options.log }) });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const server = app.getHttpServer();
  const tokenOf = ({ actor }: { readonly actor: Actor }): string =>
    app.get(AccessTokens).sign({ accountId: actor.accountId, sessionId: actor.sessionId, actor }, clock.now());
  return {
    app,
    document,
    clock,
    request: supertest.agent(server),
    tokenOf,
    as: (who) => supertest.agent(server).set('authorization', `Bearer ${tokenOf(who)}`),
    close: () => app.close(),
  };
}

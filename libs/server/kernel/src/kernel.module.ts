import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AccessTokens } from './access-token';
import { AnswerCutter } from './answer-cutter';
import { Clock } from './clock';
import { Database, writeDoor } from './database';
import { EventRunner } from './event-runner';
import { EventConsumers } from './events';
import { Farewell } from './farewell';
import { Journal } from './journal';
import { LiveListener, LiveTeller } from './live';
import { logModule, type LogSink } from './log';
import { OneEffectPerKey } from './one-effect-per-key';
import { ProblemFilter } from './problem.filter';
import { OpenedRegions } from './opened-regions';
import { EventQueue } from './queue';
import { RegionAgreement } from './region-agreement';
import { Relay } from './relay';
import { Sealer } from './sealer';
import { SessionGuard } from './session.guard';
import { Settings } from './settings';
import { UnitOfWork } from './unit-of-work';
import { UnitOfWorkInterceptor } from './unit-of-work.interceptor';
import { ValidationPipe } from './validation.pipe';

/** What both processes share. */
type Parts = { readonly settings: Settings; readonly clock?: Clock; readonly log?: LogSink };

const shared = [UnitOfWork, EventConsumers, Journal, RegionAgreement];

function sharedProviders({ settings, clock }: Parts): NonNullable<DynamicModule['providers']> {
  return [
    { provide: Settings, useValue: settings },
    { provide: Clock, useValue: clock ?? new Clock() },
    { provide: Sealer, useValue: new Sealer(settings) },
    ...shared,
  ];
}

function writesOf(url: string, poolWaitMillis: number): DynamicModule {
  return TypeOrmModule.forRoot({ ...writeDoor(url, poolWaitMillis), autoLoadEntities: true, retryAttempts: 3, retryDelay: 500 });
}

/** The foundations that every area stands on, once for the API and once for the worker. */
@Global()
@Module({})
export class KernelModule {
  /** For the API: guard, unit of work, validation, problem filter on every route. */
  static forApi(parts: Parts): DynamicModule {
    return {
      module: KernelModule,
      imports: [
        logModule(parts.settings.logLevel, parts.log),
        DiscoveryModule,
        writesOf(parts.settings.apiDatabaseUrl, parts.settings.poolWaitMillis),
      ],
      providers: [
        ...sharedProviders(parts),
        {
          provide: Database,
          inject: [DataSource],
          useFactory: (writes: DataSource) => new Database(parts.settings.apiDatabaseUrl, parts.settings.poolWaitMillis, writes),
        },
        { provide: LiveListener, useFactory: () => new LiveListener(parts.settings.apiDatabaseUrl) },
        Farewell,
        AccessTokens,
        AnswerCutter,
        OneEffectPerKey,
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_INTERCEPTOR, useClass: UnitOfWorkInterceptor },
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [Settings, Clock, Sealer, Database, LiveListener, Farewell, AccessTokens, AnswerCutter, ...shared],
    };
  }

  /** For the worker: relay, reactions, live messages. */
  static forWorker(parts: Parts): DynamicModule {
    return {
      module: KernelModule,
      imports: [
        logModule(parts.settings.logLevel),
        DiscoveryModule,
        writesOf(parts.settings.workerDatabaseUrl, parts.settings.poolWaitMillis),
      ],
      providers: [
        ...sharedProviders(parts),
        {
          provide: Database,
          inject: [DataSource],
          useFactory: (writes: DataSource) => new Database(parts.settings.workerDatabaseUrl, parts.settings.poolWaitMillis, writes),
        },
        { provide: LiveTeller, useFactory: () => new LiveTeller(parts.settings.workerDatabaseUrl) },
        EventRunner,
        OpenedRegions,
        { provide: EventQueue, useFactory: () => new EventQueue(parts.settings) },
        Relay,
      ],
      exports: [Settings, Clock, Sealer, Database, LiveTeller, EventRunner, OpenedRegions, Relay, ...shared],
    };
  }
}

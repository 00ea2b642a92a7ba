import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Logger } from 'nestjs-pino';
import { AnswerCutter } from './answer-cutter';
import { describeApi } from './api-document';
import { everyRouteSaysWhoMay } from './check-routes';
import type { Clock } from './clock';
import { Farewell } from './farewell';
import { KernelModule } from './kernel.module';
import { LiveListener } from './live';
import type { LogSink } from './log';
import { rewriteUrl, takeOnlyJson } from './odd-requests';
import type { Settings } from './settings';

/** Largest request body, in bytes. */
const BODY_LIMIT = 256 * 1024;

/** What an API is made of: settings, the areas' Api modules; in tests a clock, and somewhere for the log. */
export type ApiParts = {
  readonly settings: Settings;
  readonly areas: NonNullable<ModuleMetadata['imports']>;
  readonly clock?: Clock;
  readonly log?: LogSink;
};

/** An assembled API: the application, not yet listening, and its document. */
export type AssembledApi = { readonly app: NestFastifyApplication; readonly document: OpenAPIObject };

@Module({})
class Assembled {}

/** Puts the areas on the kernel. Stops when a route does not say who may call it. Used by the API process and by every HTTP test. */
export async function assembleApi({ areas, ...kernel }: ApiParts): Promise<AssembledApi> {
  const root: DynamicModule = { module: Assembled, imports: [KernelModule.forApi(kernel), ...areas] };
  const app = await NestFactory.create<NestFastifyApplication>(
    root,
    new FastifyAdapter({ bodyLimit: BODY_LIMIT, trustProxy: 'loopback', genReqId: () => randomUUID(), rewriteUrl }),
    {
      bodyParser: false,
      bufferLogs: true,
      abortOnError: false,
    },
  );
  app.useLogger(app.get(Logger));
  app.flushLogs();
  app.setGlobalPrefix('api');
  takeOnlyJson(app.getHttpAdapter().getInstance());
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, { contentSecurityPolicy: false, referrerPolicy: { policy: 'no-referrer' } });
  everyRouteSaysWhoMay(app.get(ModulesContainer));
  const document = describeApi(app);
  app.get(AnswerCutter).learn(document);
  app.get(Farewell).watch(app.getHttpServer());
  await app.get(LiveListener).listen();
  return { app, document };
}

/** The document alone, of an API that connects to nothing: what the generated client is made from. */
export async function documentOf({ settings, areas }: ApiParts): Promise<OpenAPIObject> {
  const root: DynamicModule = { module: Assembled, imports: [KernelModule.forApi({ settings }), ...areas] };
  const app = await NestFactory.create<NestFastifyApplication>(root, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  everyRouteSaysWhoMay(app.get(ModulesContainer));
  return describeApi(app);
}

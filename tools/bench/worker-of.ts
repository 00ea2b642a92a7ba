import 'reflect-metadata';
import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { KernelModule, Settings } from '@relais/server/kernel';
import type { Bench } from './with-bench';

@Module({})
class Worker {}

/** A worker in this very process, with the jobs of one area. */
export function workerOf({ environment }: Bench, jobs: Type): Promise<INestApplicationContext> {
  const settings = new Settings({ ...environment, LOG_LEVEL: 'silent' });
  const worker = { module: Worker, imports: [KernelModule.forWorker({ settings }), jobs] };
  return NestFactory.createApplicationContext(worker, { logger: false });
}

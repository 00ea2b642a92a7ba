import 'reflect-metadata';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { KernelModule, Settings } from '@relais/server/kernel';
import { ContinuityJobs } from './continuity.module';
import { MoveBatch } from './move-batch';
import { MovePacks } from './move-packs.job';

/** How many files this worker settles before it dies, in the middle of the batch that goes beyond; never without a number. */
const dies = process.env['DIES_AFTER'];
let left = Number(dies ?? 'Infinity');

@Injectable()
class MoveBatchOrDie extends MoveBatch {
  override async execute(...what: Parameters<MoveBatch['execute']>): Promise<number> {
    const settled = await super.execute(...what);
    left -= settled;
    // Everything of this batch is written and nothing committed.
    if (left < 0) process.kill(process.pid, 'SIGKILL');
    return settled;
  }
}

@Module({})
class Worker {}

const kernel = KernelModule.forWorker({ settings: Settings.ofProcess() });
const app = await NestFactory.createApplicationContext({ module: Worker, imports: [kernel, ContinuityJobs] }, { logger: false });
Object.setPrototypeOf(app.get(MoveBatch, { strict: false }), MoveBatchOrDie.prototype);
await app.get(MovePacks, { strict: false }).execute('53');
process.exit(0);

import 'reflect-metadata';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { RegionCode } from '@relais/domain';
import { KernelModule, Settings } from '@relais/server/kernel';
import { ActOnClockDates } from './act-on-clock-dates.job';
import { ClocksJobs } from './clocks.module';

/** Where this worker dies: before or after the steps of a batch, after some batches were committed, or never. */
const point = process.env['DIES'] ?? 'never';
const region = (process.env['REGION'] ?? '53') as RegionCode;
let lives = Number(process.env['AFTER'] ?? '0');

function die(at: string): void {
  if (at === point && lives-- <= 0) process.kill(process.pid, 'SIGKILL');
}

@Injectable()
class ActOrDie extends ActOnClockDates {
  protected override async step(...what: Parameters<ActOnClockDates['step']>): ReturnType<ActOnClockDates['step']> {
    die('before steps');
    const acted = await super.step(...what);
    die('before commit');
    return acted;
  }
}

@Module({})
class Worker {}

const kernel = KernelModule.forWorker({ settings: Settings.ofProcess() });
const app = await NestFactory.createApplicationContext({ module: Worker, imports: [kernel, ClocksJobs] }, { logger: false });
const jobs = app.get(ActOnClockDates);
Object.setPrototypeOf(jobs, ActOrDie.prototype);
await jobs.execute(region);
process.exit(0);

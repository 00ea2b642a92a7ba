import 'reflect-metadata';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Handover, RegionCode } from '@relais/domain';
import { KernelModule, Settings } from '@relais/server/kernel';
import { ActOnHandoverDates } from './act-on-handover-dates.job';
import { HandOver } from './hand-over';
import { ReferralsJobs } from './referrals.module';

/** Where this worker dies: before a handover moves, once it has moved and before the commit, or never. */
const point = process.env['DIES'] ?? 'never';
const region = (process.env['REGION'] ?? '53') as RegionCode;
let lives = Number(process.env['AFTER'] ?? '0');

function die(at: string): void {
  if (at === point && lives-- <= 0) process.kill(process.pid, 'SIGKILL');
}

@Injectable()
class HandOverOrDie extends HandOver {
  override async move(...what: Parameters<HandOver['move']>): Promise<Handover> {
    die('before a move');
    const moved = await super.move(...what);
    die('before commit');
    return moved;
  }
}

@Module({})
class Worker {}

const kernel = KernelModule.forWorker({ settings: Settings.ofProcess() });
const app = await NestFactory.createApplicationContext({ module: Worker, imports: [kernel, ReferralsJobs] }, { logger: false });
Object.setPrototypeOf(app.get(HandOver, { strict: false }), HandOverOrDie.prototype);
await app.get(ActOnHandoverDates, { strict: false }).execute(region);
process.exit(0);

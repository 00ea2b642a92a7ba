import 'reflect-metadata';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { RegionCode } from '@relais/domain';
import { KernelModule, Settings } from '@relais/server/kernel';
import { ActOnDueDates } from './act-on-due-dates.job';
import { CarryOutEffects } from './carry-out-effects';
import { GiveReminders, type Given } from './give-reminders';
import { ReferralsJobs } from './referrals.module';

/** Where this worker dies: inside the first transactions, after some were committed, or never. */
const point = process.env['DIES'] ?? 'never';
const region = (process.env['REGION'] ?? '53') as RegionCode;
let lives = Number(process.env['AFTER'] ?? '0');

function die(at: string): void {
  if (at === point && lives-- <= 0) process.kill(process.pid, 'SIGKILL');
}

@Injectable()
class GiveRemindersOrDie extends GiveReminders {
  override async give(reminders: readonly Given[]): Promise<void> {
    die('before reminders');
    await super.give(reminders);
    die('before commit');
  }
}

@Injectable()
class CarryOutEffectsOrDie extends CarryOutEffects {
  override async execute(...what: Parameters<CarryOutEffects['execute']>): Promise<void> {
    await super.execute(...what);
    die('in a move');
  }
}

@Module({})
class Worker {}

const kernel = KernelModule.forWorker({ settings: Settings.ofProcess() });
const app = await NestFactory.createApplicationContext({ module: Worker, imports: [kernel, ReferralsJobs] }, { logger: false });
const jobs = app.get(ActOnDueDates);
Object.setPrototypeOf(app.get(GiveReminders, { strict: false }), GiveRemindersOrDie.prototype);
Object.setPrototypeOf(app.get(CarryOutEffects, { strict: false }), CarryOutEffectsOrDie.prototype);
await jobs.execute(region);
process.exit(0);

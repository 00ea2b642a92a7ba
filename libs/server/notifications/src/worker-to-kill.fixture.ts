import 'reflect-metadata';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Instant, plusMinutes, type RegionCode } from '@relais/domain';
import { Clock, EventRunner, type HappenedEvent, KernelModule, QueueWorker, Relay, Settings } from '@relais/server/kernel';
import { OnReferralMoved } from './on-referral-moved.job';
import { SettleReminders } from './settle-reminders';
import { TellPosts } from './tell-posts';
import { WhoIsTold } from './who-is-told';

/** Where this worker dies: its effect made and not committed, committed and not acknowledged, or never. */
const point = process.env['DIES'] ?? 'never';
const region = (process.env['REGION'] ?? '53') as RegionCode;
let lives = Number(process.env['AFTER'] ?? '0');

function die(at: string): void {
  if (at === point && lives-- <= 0) process.kill(process.pid, 'SIGKILL');
}

@Injectable()
class OnReferralMovedOrDie extends OnReferralMoved {
  override async execute(event: HappenedEvent): Promise<void> {
    await super.execute(event);
    die('before commit');
  }
}

const told = [WhoIsTold, TellPosts, SettleReminders, OnReferralMovedOrDie];

@Module({ providers: told })
class MortalJobs {}

const born = Date.now();

/** Each worker lives later than the one before, so that what the dead left is swept at once; and faster, where silence must pass. */
class LaterClock extends Clock {
  override now(): Instant {
    const aged = ((Date.now() - born) / 60_000) * (Number(process.env['SPEED'] ?? '1') - 1);
    return plusMinutes(super.now(), Number(process.env['MINUTES_LATER'] ?? '0') + aged);
  }
}

const settings = Settings.ofProcess();
const kernel = KernelModule.forWorker({ settings, clock: new LaterClock() });
const app = await NestFactory.createApplicationContext({ module: MortalJobs, imports: [kernel], providers: told }, { logger: false });
const runner = app.get(EventRunner);
new QueueWorker(settings, async (job) => {
  await runner.handle(job);
  die('before acknowledgement');
});
const relay = app.get(Relay);
for (let round = 0; ; round++) {
  if (round % 10 === 0) await relay.sweep(region).catch(() => 0);
  await relay.pass(region).catch(() => 0);
  await new Promise((resolve) => setTimeout(resolve, 100));
}

import 'reflect-metadata';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Instant, plusMinutes } from '@relais/domain';
import { Clock, KernelModule, Settings } from '@relais/server/kernel';
import { ClaimMessages } from './claim-messages';
import type { Outcome } from './mail-outcome';
import { PersonReach } from './person-reach';
import { type Letter, Postman } from './postman';
import { RecordOutcome } from './record-outcome';
import { SendMessages } from './send-messages';
import { SettleReminders } from './settle-reminders';
import { TellPosts } from './tell-posts';

/** Where this worker dies: the letter marked and not handed over, or handed over and not recorded. */
const point = process.env['DIES'] ?? 'never';
let lives = Number(process.env['AFTER'] ?? '0');

function die(at: string): void {
  if (at === point && lives-- <= 0) process.kill(process.pid, 'SIGKILL');
}

@Injectable()
class MortalPostman extends Postman {
  override async send(letter: Letter): Promise<Outcome> {
    die('before handing over');
    const outcome = await super.send(letter);
    die('after handing over');
    return outcome;
  }
}

/** Each worker lives later than the one before, so that what the dead left is looked for at once. */
class LaterClock extends Clock {
  override now(): Instant {
    return plusMinutes(super.now(), Number(process.env['MINUTES_LATER'] ?? '0'));
  }
}

const settings = Settings.ofProcess();
const postman = { provide: Postman, inject: [Settings], useFactory: (of: Settings) => new MortalPostman(of) };

@Module({
  imports: [KernelModule.forWorker({ settings, clock: new LaterClock() })],
  providers: [PersonReach, ClaimMessages, postman, RecordOutcome, SendMessages, SettleReminders, TellPosts],
})
class MortalWorker {}

const app = await NestFactory.createApplicationContext(MortalWorker, { logger: false });
const messages = app.get(SendMessages);
for (;;) {
  await messages.look('53');
  await messages.pass('53');
  await new Promise((resolve) => setTimeout(resolve, 100));
}

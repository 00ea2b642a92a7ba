import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { NestFactory } from '@nestjs/core';
import { EventRunner, QueueWorker, Settings, SettingsProblem } from '@relais/server/kernel';
import { Logger } from 'nestjs-pino';
import { Schedule } from './schedule';
import { workerModule } from './worker.module';

async function main(): Promise<void> {
  const settings = Settings.ofProcess();
  // On a shared machine those who wait for a screen come first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const app = await NestFactory.createApplicationContext(workerModule(settings), { bufferLogs: true, abortOnError: false });
  app.useLogger(app.get(Logger));
  app.flushLogs();
  const runner = app.get(EventRunner);
  const worker = new QueueWorker(settings, (job) => runner.handle(job));
  const schedule = app.get(Schedule).start();
  const { heartbeatFile } = settings;
  if (heartbeatFile) setInterval(() => schedule.alive && writeFileSync(heartbeatFile, ''), 5_000).unref();
  const stop = async (): Promise<void> => {
    await Promise.all([schedule.stop(), worker.close()]);
    await app.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.send?.('ready');
}

main().catch((error: unknown) => {
  console.error(error instanceof SettingsProblem ? error.message : error);
  process.exit(1);
});

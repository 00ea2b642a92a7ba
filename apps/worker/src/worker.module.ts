import { type DynamicModule, Module } from '@nestjs/common';
import { KernelModule, type Settings } from '@relais/server/kernel';
import { Schedule } from './schedule';

@Module({})
class WorkerModule {}

/** The kernel and the jobs of each area, one line each. */
export function workerModule(settings: Settings): DynamicModule {
  return { module: WorkerModule, imports: [KernelModule.forWorker({ settings })], providers: [Schedule] };
}

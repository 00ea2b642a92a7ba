import { type DynamicModule, Module } from '@nestjs/common';
import { AppointmentsJobs } from '@relais/server/appointments';
import { AuditJobs } from '@relais/server/audit';
import { ClocksJobs } from '@relais/server/clocks';
import { ContinuityJobs } from '@relais/server/continuity';
import { FiguresJobs } from '@relais/server/figures';
import { InterviewsJobs } from '@relais/server/interviews';
import { KernelModule, type Settings } from '@relais/server/kernel';
import { MergesJobs } from '@relais/server/merges';
import { NotificationsJobs } from '@relais/server/notifications';
import { OperatorsJobs } from '@relais/server/operators';
import { ReferralsJobs } from '@relais/server/referrals';
import { Schedule } from './schedule';

@Module({})
class WorkerModule {}

/** The kernel and the jobs of each area, one line each. */
export function workerModule(settings: Settings): DynamicModule {
  return {
    module: WorkerModule,
    imports: [
      KernelModule.forWorker({ settings }),
      AppointmentsJobs,
      AuditJobs,
      ClocksJobs,
      ContinuityJobs,
      FiguresJobs,
      InterviewsJobs,
      MergesJobs,
      NotificationsJobs,
      OperatorsJobs,
      ReferralsJobs,
    ],
    providers: [Schedule],
  };
}

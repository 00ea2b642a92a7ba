export { ActOnClockDates } from './act-on-clock-dates.job';
export { ClocksApi, ClocksJobs } from './clocks.module';

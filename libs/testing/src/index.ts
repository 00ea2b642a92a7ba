export { apiFor, environmentFor, settingsFor, type TestApi, TestClock } from './api';
export { aBeneficiary, aNotice, anOperator, aPost, aStaff, aSupport, aUnit, build, type Overrides } from './builders';
export { cluster, testDatabase, type TestDatabase } from './database';
export { insert, type Row } from './insert';
export type { Professional, Professionals, Workplace } from './professionals';
export { type QueueHome, queueHomes } from './queues';
export type * from './rows';
export type { Acting, Session } from './session';
export { anAppointment, anInterview, aNote, aReferral } from './story-builders';

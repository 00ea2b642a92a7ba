export { AppointmentsApi, AppointmentsJobs, AppointmentsModule } from './appointments.module';
// The listed edge interviews → appointments: sealing an interview plans, honours and dates contacts in its own transaction.
export { LastContact } from './last-contact';
export { PlanAppointment } from './plan-appointment';
export { SettleAppointment } from './settle-appointment';
// The listed edge continuity → appointments: meetings to come change hands with a caseload.
export { TakeOverAppointments } from './take-over-appointments';

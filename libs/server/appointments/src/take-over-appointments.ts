import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';

/** A meeting and the posts between which it changes hands; the person keeps the day and the hour. */
export type AppointmentTakenOver = { readonly id: Id; readonly fromPostId: Id; readonly toPostId: Id; readonly toUnitId: Id };

const GIVE = `
  update app.appointment a set post_id = f.to_post, unit_id = f.to_unit, updated_at = $6, version = a.version + 1
  from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[]) as f (id, from_post, to_post, to_unit)
  where a.region = $1 and a.id = f.id and a.status = 'planned' and a.post_id = f.from_post and a.starts_at > $6
  returning a.id, a.beneficiary_id as "beneficiaryId"`;

/** Meetings to come become those of another post: a listed edge for continuity packs, docs/adr/0016. */
@Injectable()
export class TakeOverAppointments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Resolves to the meetings that changed hands: the others are past, settled, or somebody else's by now. */
  async execute(appointments: readonly AppointmentTakenOver[]): Promise<ReadonlySet<Id>> {
    if (appointments.length === 0) return new Set();
    const columns = [appointments.map(({ id }) => id), appointments.map((one) => one.fromPostId), appointments.map((one) => one.toPostId)];
    const units = appointments.map(({ toUnitId }) => toUnitId);
    const moved = await this.work.rows<{ id: Id; beneficiaryId: Id }>(GIVE, [...columns, units, this.clock.now()]);
    const changes = moved.map(({ id, beneficiaryId }) => ({
      fact: { objectType: 'appointment', objectId: id, beneficiaryId },
      ids: { appointmentId: id },
    }));
    await this.journal.recordAll('appointment.reassigned', changes);
    return new Set(moved.map(({ id }) => id));
  }
}

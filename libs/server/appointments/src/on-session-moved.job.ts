import { Injectable } from '@nestjs/common';
import type { Id, Instant } from '@relais/domain';
import { Clock, type EventConsumer, type HappenedEvent, Journal, OnEvents, UnitOfWork } from '@relais/server/kernel';
import { AppointmentEntity } from './appointment.entity';
import { leadToTell, PLACE, type PlaceOfSession, PLACES_OF_SESSION } from './places-of-session';

/** The places that do not stand where their session does now. */
const PLACES = `
  select ${PLACE}, g.starts_at as "startsAt", g.minutes, g.place ${PLACES_OF_SESSION} and g.status = 'planned'
    and (a.starts_at, a.minutes, a.place) is distinct from (g.starts_at, g.minutes, g.place)
  order by a.id`;

type Place = PlaceOfSession & { readonly startsAt: Instant; readonly minutes: number; readonly place: string };

/**
 * A moved session takes its places along: each person is told like of any meeting that moves, and so is whoever leads their file, unless
 * they hold the session or moved it themselves.
 */
@Injectable()
@OnEvents('group_session.moved')
export class OnSessionMoved implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  async execute({ payload }: HappenedEvent): Promise<void> {
    if (!payload['objectId']) return;
    for (const place of await this.work.rows<Place>(PLACES, [payload['objectId']])) await this.move(place, payload['actorPostId']);
  }

  private async move(seat: Place, actorPostId: Id | undefined): Promise<void> {
    const { id, startsAt, minutes, place } = seat;
    const { status, beneficiaryId, unitId } = await this.work.lock(AppointmentEntity, id);
    if (status !== 'planned') return;
    await this.work.update(AppointmentEntity, id, { startsAt, minutes, place, movedAt: this.clock.now() });
    const fact = { objectType: 'appointment', objectId: id, beneficiaryId };
    await this.journal.record('appointment.moved', fact, { appointmentId: id, unitId, tellPostId: leadToTell(seat, actorPostId) });
  }
}

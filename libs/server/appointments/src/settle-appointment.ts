import { Injectable } from '@nestjs/common';
import { type AppointmentMove, contactOf, type Id, type Meeting, moveAppointment, whyNotAppointment, whyNotChanged } from '@relais/domain';
import { Clock, Journal, orRefuse, UnitOfWork } from '@relais/server/kernel';
import { AppointmentEntity } from './appointment.entity';
import { MEETING_SEEN } from './appointment-columns';
import type { AppointmentView } from './appointments.messages';
import { LastContact } from './last-contact';
import { leadToTell, PLACE, type PlaceOfSession, PLACES_OF_SESSION } from './places-of-session';
import { ShowAppointment } from './show-appointment';

const PLACES = `select ${PLACE} ${PLACES_OF_SESSION} order by a.id`;

/** Meetings to come of a file as it stands now: the event may arrive after what undid it. */
const OF_CLOSED = `
  select a.id from app.appointment a join app.beneficiary b on b.region = $1 and b.id = a.beneficiary_id and b.status = 'closed'
  where a.region = $1 and a.beneficiary_id = $2 and a.status = 'planned' and a.starts_at > $3 order by a.id`;

/** Why a meeting is settled, and who hears of it beside those who hold it. */
type Besides = { readonly reason?: string | undefined; readonly tellPostId?: Id | undefined };

/** What became of a planned meeting: honoured, no-show, excused, cancelled; said once. */
@Injectable()
export class SettleAppointment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly lastContact: LastContact,
    private readonly show: ShowAppointment,
  ) {}

  async execute(move: AppointmentMove, id: Id): Promise<AppointmentView> {
    const seen = await this.work.found<Meeting>(MEETING_SEEN, [id]);
    orRefuse(whyNotChanged(move, seen, this.work.actor.operatorId, this.clock.now()) ?? {});
    await this.settle(move, await this.work.lock(AppointmentEntity, id));
    return this.show.execute(id);
  }

  /** The meeting took place, since its interview was sealed: honours it unless something else was already said of it. */
  async keep(id: Id): Promise<void> {
    const appointment = await this.work.lock(AppointmentEntity, id);
    if (!whyNotAppointment('honour', appointment, this.clock.now())) await this.settle('honour', appointment);
  }

  /** Gives back every place of a cancelled session, whoever sees the people; whoever leads their file hears of it. */
  async cancelPlaces(groupSessionId: Id, actorPostId: Id | undefined): Promise<void> {
    for (const place of await this.work.rows<PlaceOfSession>(PLACES, [groupSessionId]))
      await this.settle('cancel', await this.work.lock(AppointmentEntity, place.id), { tellPostId: leadToTell(place, actorPostId) });
  }

  /** Nobody accompanies the person any more: what was still to come does not take place. */
  async cancelOfClosedFile(beneficiaryId: Id): Promise<void> {
    for (const { id } of await this.work.rows<{ id: Id }>(OF_CLOSED, [beneficiaryId, this.clock.now()]))
      await this.settle('cancel', await this.work.lock(AppointmentEntity, id), { reason: 'file_closed' });
  }

  private async settle(move: AppointmentMove, appointment: AppointmentEntity, { reason, tellPostId }: Besides = {}): Promise<void> {
    const now = this.clock.now();
    const settled = orRefuse(moveAppointment(move, appointment, now));
    const { id, beneficiaryId, unitId, referralId, status, postId, withPostId, groupSessionId } = settled;
    await this.work.update(AppointmentEntity, id, { status });
    const fact = { objectType: 'appointment', objectId: id, beneficiaryId, reason };
    const told =
      status === 'cancelled' && groupSessionId === null ? { tellPostId: postId, tellWithPostId: withPostId ?? undefined } : { tellPostId };
    await this.journal.record(`appointment.${status}`, fact, { appointmentId: id, unitId, referralId: referralId ?? undefined, ...told });
    // The file comes last: moves of referrals lock it after the referral, too.
    const contact = contactOf(settled, now);
    if (contact) await this.lastContact.execute(beneficiaryId, contact.at);
  }
}

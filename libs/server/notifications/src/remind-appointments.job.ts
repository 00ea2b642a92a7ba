import { Injectable } from '@nestjs/common';
import { type Id, type Instant, plusMinutes, type RegionCode } from '@relais/domain';
import { Clock, namedId, UnitOfWork } from '@relais/server/kernel';
import { AskPersonMessage } from './ask-person-message';

/** Hours before a meeting at which the person is reminded of it; a meeting planned or moved later than that needs no reminder. Source: issue 4 §5. */
const BEFORE_HOURS = 48;
const BATCH = 100;

/** Meetings of people who are still accompanied and whose reminder is not in the ledger yet: the same meeting moved to another moment is another reminder. */
const NEXT = `
  select a.id, a.post_id as "postId", a.beneficiary_id as "beneficiaryId", a.starts_at as "startsAt"
  from app.appointment a join app.beneficiary b on b.region = $1 and b.id = a.beneficiary_id and b.status = 'active'
  where a.region = $1 and a.status = 'planned' and a.starts_at > $2 and a.starts_at <= $3 and coalesce(a.moved_at, a.created_at) < a.starts_at - interval '48 hours'
    and not exists (select 1 from app.message m where m.region = $1 and m.appointment_id = a.id and m.kind = 'appointment_reminder'
      and m.created_at >= a.starts_at - interval '48 hours')
  order by a.starts_at, a.id limit ${BATCH}`;

type Meeting = { readonly id: Id; readonly postId: Id; readonly beneficiaryId: Id; readonly startsAt: Instant };

/** Reminds the person of a meeting two days before, if it is safe to write to them. */
@Injectable()
export class RemindAppointments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly messages: AskPersonMessage,
  ) {}

  /** Asks for the reminders that are due in a region; resolves to how many. */
  async execute(region: RegionCode): Promise<number> {
    return this.work.write({ region, system: true }, async () => {
      const now = this.clock.now();
      const meetings = await this.work.rows<Meeting>(NEXT, [now, plusMinutes(now, BEFORE_HOURS * 60)]);
      for (const { id, postId, beneficiaryId, startsAt } of meetings) {
        const eventId = namedId(`appointment reminder ${region} ${id} ${startsAt}`);
        await this.messages.execute({ eventId, beneficiaryId, postId, kind: 'appointment_reminder', appointmentId: id });
      }
      return meetings.length;
    });
  }
}

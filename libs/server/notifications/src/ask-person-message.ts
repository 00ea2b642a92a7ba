import { Injectable } from '@nestjs/common';
import type { Id, Instant } from '@relais/domain';
import { Clock, newId, UnitOfWork } from '@relais/server/kernel';
import type { PERSON_MAILS } from './mail-words';
import { type PersonColumns, PersonReach } from './person-reach';

/** A mail that a person should get, and the post that answers for it. */
export type PersonMail = {
  readonly eventId: Id;
  readonly beneficiaryId: Id;
  readonly postId: Id;
  readonly kind: (typeof PERSON_MAILS)[number];
  readonly referralId?: Id | undefined;
  readonly appointmentId?: Id | undefined;
};

const PERSON = `select ${PersonReach.COLUMNS} from app.beneficiary b where b.region = $1 and b.id = $2`;

const ASK = `
  insert into app.message (region, id, event_id, recipient_id, to_person, kind, language, post_id, operator_id, unit_id, referral_id,
    appointment_id, status, reason, due_at, settled_at, created_at)
  select $1, $2, $3, $4, true, $5, $6, p.id, p.operator_id, p.unit_id, $8, $9, $10, $11, $12, $13, $14
  from app.post p where p.region = $1 and p.id = $7
  on conflict (region, event_id, recipient_id) do nothing returning id`;

/** Puts a mail to a person into the ledger, or the reason why none will leave. */
@Injectable()
export class AskPersonMessage {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly reach: PersonReach,
  ) {}

  /** Resolves to why people must tell the person instead, or undefined. */
  async execute({ eventId, beneficiaryId, postId, kind, referralId, appointmentId }: PersonMail): Promise<string | undefined> {
    const person = await this.work.row<PersonColumns>(PERSON, [beneficiaryId]);
    if (!person) return undefined;
    const message = await this.reach.ask(person);
    const now = this.clock.now();
    const no = message.act === 'leave_to_people' ? message.because : undefined;
    const dueAt: Instant = message.act === 'wait' ? message.until : now;
    const language = message.act === 'send' ? message.language : 'fr';
    const about = [newId(), eventId, beneficiaryId, kind, language, postId, referralId ?? null, appointmentId ?? null];
    await this.work.rows(ASK, [...about, no ? 'failed' : 'queued', no ?? null, dueAt, no ? now : null, now]);
    return no;
  }
}

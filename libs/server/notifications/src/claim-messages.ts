import { Injectable } from '@nestjs/common';
import type { FileStatus, Id, Instant } from '@relais/domain';
import { Clock, type Language, UnitOfWork } from '@relais/server/kernel';
import type { MailKind } from './mail-words';
import { PersonReach, type PersonColumns } from './person-reach';
import type { Meeting } from './write-mail';

/** A message of the ledger on its way: what it says, and the address that is never stored with it. */
export type Claimed = {
  readonly id: Id;
  readonly kind: MailKind;
  readonly language: Language;
  readonly count: number | null;
  readonly address: string;
  readonly meeting: Meeting | undefined;
};

type Row = PersonColumns & {
  readonly id: Id;
  readonly kind: MailKind;
  readonly language: Language;
  readonly amount: number | null;
  readonly toPerson: boolean;
  readonly staffEmail: string | null;
  readonly appointmentId: Id | null;
  readonly startsAt: Instant | null;
  readonly minutes: number | null;
  readonly meetingStatus: string | null;
  readonly meetingVersion: number | null;
  readonly fileStatus: FileStatus | null;
};

const BATCH = 20;

const NEXT = `select id from app.message where region = $1 and status = 'queued' and due_at <= $2 order by due_at, id limit ${BATCH} for update skip locked`;

const ROWS = `
  select m.id, m.kind, m.language, m.amount, m.to_person as "toPerson", s.email as "staffEmail", ${PersonReach.COLUMNS}, b.status as "fileStatus",
    m.appointment_id as "appointmentId", a.starts_at as "startsAt", a.minutes, a.status as "meetingStatus", a.version as "meetingVersion"
  from app.message m
  join app.post p on p.region = $1 and p.id = m.post_id
  left join app.staff s on s.region = $1 and s.id = p.staff_id and p.active
  left join app.beneficiary b on b.region = $1 and b.id = m.recipient_id
  left join app.appointment a on a.region = $1 and a.id = m.appointment_id
  where m.region = $1 and m.id = any($2::uuid[]) order by m.due_at, m.id`;

const LEAVES = `update app.message set status = 'sent', sent_at = $3, attempts = attempts + 1 where region = $1 and id = any($2::uuid[])`;
const WAITS = `update app.message set due_at = $3 where region = $1 and id = $2`;
const STAYS = `update app.message set status = 'failed', reason = $3, settled_at = $4 where region = $1 and id = $2`;

/** Takes the next messages to send: each is marked as sent before it leaves, or does not leave for a reason that is kept. */
@Injectable()
export class ClaimMessages {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly reach: PersonReach,
  ) {}

  /** To be called in a unit of work of its own, committed before anything leaves. */
  async execute(): Promise<readonly Claimed[]> {
    const next = await this.work.rows<{ id: Id }>(NEXT, [this.clock.now()]);
    if (next.length === 0) return [];
    const claimed: Claimed[] = [];
    for (const row of await this.work.rows<Row>(ROWS, [next.map(({ id }) => id)])) {
      const one = row.toPerson ? await this.forPerson(row) : await this.forStaff(row);
      if (one) claimed.push(one);
    }
    await this.work.rows(LEAVES, [claimed.map(({ id }) => id), this.clock.now()]);
    return claimed;
  }

  private async forStaff({ id, kind, language, amount, staffEmail }: Row): Promise<Claimed | undefined> {
    if (staffEmail === null) return this.stays(id, 'post_ended');
    return { id, kind, language, count: amount, address: staffEmail, meeting: undefined };
  }

  /** The rule is asked again as the message leaves: what was safe yesterday may not be today. */
  private async forPerson(row: Row): Promise<Claimed | undefined> {
    const { id, kind } = row;
    const standing = kind === 'appointment_cancelled' ? 'cancelled' : 'planned';
    if (row.appointmentId && (row.meetingStatus !== standing || row.startsAt === null || row.startsAt <= this.clock.now()))
      return this.stays(id, 'appointment_over');
    // Nobody writes by machine to somebody who is not accompanied any more: they may have died.
    if (row.fileStatus === 'closed') return this.stays(id, 'file_closed');
    const message = await this.reach.ask(row);
    if (message.act === 'leave_to_people') return this.stays(id, message.because);
    if (message.act === 'wait') {
      await this.work.rows(WAITS, [id, message.until]);
      return undefined;
    }
    const address = this.reach.addressOf(row);
    if (address === null) return this.stays(id, 'no_address');
    return { id, kind, language: message.language, count: null, address, meeting: await this.meetingOf(row) };
  }

  private async meetingOf({ appointmentId, startsAt, minutes, meetingVersion }: Row): Promise<Meeting | undefined> {
    if (!appointmentId || !startsAt) return undefined;
    const { timeZone } = await this.reach.calendar();
    return { id: appointmentId, startsAt, minutes: minutes ?? 0, version: meetingVersion ?? 0, timeZone };
  }

  private async stays(id: Id, reason: string): Promise<undefined> {
    await this.work.rows(STAYS, [id, reason, this.clock.now()]);
    return undefined;
  }
}

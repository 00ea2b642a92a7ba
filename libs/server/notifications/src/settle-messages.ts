import { Injectable } from '@nestjs/common';
import { type Id, type Instant, plusMinutes } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';
import type { SettleMessageRequest, UnsettledMessage, UnsettledMessages } from './messages.messages';

/** Minutes after which nobody expects the answer of a mail server any more. */
const PATIENCE = 10;

/** No answer was heard, it came back, or it was tried and given up; what a rule kept back needs nobody here. */
const OPEN = `(m.status = 'sent' and m.sent_at < $2 or m.settled_by_post_id is null and (m.status = 'bounced' or m.status = 'failed' and m.attempts > 0))`;

const LIST = `
  select m.id, m.kind, m.to_person as "toPerson", s.given_name || ' ' || s.family_name as "staffName", u.name as "unitName", m.status, m.reason,
    m.created_at as "createdAt"
  from app.message m
  join app.unit u on u.region = $1 and u.id = m.unit_id
  join app.post p on p.region = $1 and p.id = m.post_id
  join app.staff s on s.region = $1 and s.id = p.staff_id
  where m.region = $1 and m.operator_id = $3 and ${OPEN} order by m.created_at, m.id limit 200`;

const ONE = `select m.id, m.status from app.message m where m.region = $1 and m.id = $3 and ${OPEN} for update`;
const AGAIN = `update app.message set status = 'queued', reason = null, due_at = $3, settled_at = null where region = $1 and id = $2`;
const TOLD = `update app.message set status = $5, settled_at = $3, settled_by_post_id = $4 where region = $1 and id = $2`;

/** The mails of an operator that a machine cannot settle, and what somebody decides of each. Source: trust.md §2 (e). */
@Injectable()
export class SettleMessages {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  async list(): Promise<UnsettledMessages> {
    return { items: await this.work.rows<UnsettledMessage>(LIST, [this.before(), this.work.actor.operatorId]) };
  }

  /** Sends a mail once more, or counts it as told; one that settled meanwhile is not there any more. */
  async execute(id: Id, { decision }: SettleMessageRequest): Promise<void> {
    const { status } = await this.work.found<{ status: string }>(ONE, [this.before(), id]);
    const now = this.clock.now();
    if (decision === 'again') {
      await this.work.rows(AGAIN, [id, now]);
    } else {
      await this.work.rows(TOLD, [id, now, this.work.actor.postId, status === 'bounced' ? 'bounced' : 'delivered']);
    }
    await this.journal.record(`message.${decision}`, { objectType: 'message', objectId: id }, { messageId: id });
  }

  private before(): Instant {
    return plusMinutes(this.clock.now(), -PATIENCE);
  }
}

import type { Id, Instant } from '@relais/domain';
import { Flag, IdField, InstantField, ListOf, OneOf, Text } from '@relais/server/kernel';
import { MAIL_KINDS, type MailKind } from './mail-words';

/** Why a mail needs somebody to look at it: no answer was heard, it came back, or it could not leave. */
const DOUBTS = ['sent', 'bounced', 'failed'] as const;

/** What somebody decides of it: send it again, or count it as told. */
const DECISIONS = ['again', 'told'] as const;

/** A mail that needs somebody: never its address, never its text. */
export class UnsettledMessage {
  @IdField()
  id!: Id;

  @OneOf(MAIL_KINDS)
  kind!: MailKind;

  @Flag()
  toPerson!: boolean;

  @Text({ max: 400, description: 'The professional it was for, or who answers for the person it was for.' })
  staffName!: string;

  @Text({ max: 400 })
  unitName!: string;

  @OneOf(DOUBTS)
  status!: (typeof DOUBTS)[number];

  @Text({ nullable: true, description: 'A code of the mail system.' })
  reason!: string | null;

  @InstantField()
  createdAt!: Instant;
}

/** The mails that need somebody, oldest first, at most two hundred. */
export class UnsettledMessages {
  @ListOf(() => UnsettledMessage)
  items!: UnsettledMessage[];
}

export class SettleMessageRequest {
  @OneOf(DECISIONS)
  decision!: (typeof DECISIONS)[number];
}

import { Injectable } from '@nestjs/common';
import { type EventConsumer, type HappenedEvent, InTransactionOf, OnEvents } from '@relais/server/kernel';
import { RecordContact } from './record-contact';

const MET = ['interview.sealed', 'appointment.honoured'] as const;

/**
 * The receiver met the person: in the same transaction, the referral that waited for it is in progress, and the lead of a `redirect`
 * goes over. The worker looks again, for a meeting written by somebody of the receiver's line who does not see the referral.
 */
@Injectable()
@InTransactionOf(...MET)
@OnEvents(...MET)
export class OnPersonMet implements EventConsumer {
  constructor(private readonly recordContact: RecordContact) {}

  async execute({ payload: { beneficiaryId, objectId, actorPostId } }: HappenedEvent): Promise<void> {
    if (beneficiaryId && objectId) await this.recordContact.find(beneficiaryId, objectId, actorPostId ?? null);
  }
}

import { Injectable } from '@nestjs/common';
import { type EventConsumer, type HappenedEvent, OnEvents } from '@relais/server/kernel';
import { RecordContact } from './record-contact';

/** The receiver met the person: the referral that waited for it is in progress, and the lead of a `redirect` goes over. */
@Injectable()
@OnEvents('interview.sealed', 'appointment.honoured')
export class OnPersonMet implements EventConsumer {
  constructor(private readonly recordContact: RecordContact) {}

  async execute({ payload: { beneficiaryId, objectId, actorPostId } }: HappenedEvent): Promise<void> {
    if (beneficiaryId && objectId) await this.recordContact.find(beneficiaryId, objectId, actorPostId ?? null);
  }
}

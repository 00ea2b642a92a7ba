import { Injectable } from '@nestjs/common';
import { type EventConsumer, type HappenedEvent, OnEvents } from '@relais/server/kernel';
import { SettleAppointment } from './settle-appointment';

/** A file was closed: its meetings to come are cancelled and their professionals told. They do not come back with the person. */
@Injectable()
@OnEvents('beneficiary.closed')
export class OnFileClosed implements EventConsumer {
  constructor(private readonly settle: SettleAppointment) {}

  async execute({ payload: { beneficiaryId } }: HappenedEvent): Promise<void> {
    if (beneficiaryId) await this.settle.cancelOfClosedFile(beneficiaryId);
  }
}

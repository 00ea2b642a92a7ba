import { Injectable } from '@nestjs/common';
import { type EventConsumer, type HappenedEvent, OnEvents } from '@relais/server/kernel';
import { HandOver } from './hand-over';

/** A coordinator rerouted a referral: who stands outside the file can't give the lead back, so the worker does. */
@Injectable()
@OnEvents('referral.rerouted')
export class OnReferralRerouted implements EventConsumer {
  constructor(private readonly handOver: HandOver) {}

  async execute({ payload: { referralId } }: HappenedEvent): Promise<void> {
    if (referralId) await this.handOver.recallOf({ id: referralId });
  }
}

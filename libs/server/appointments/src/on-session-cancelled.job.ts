import { Injectable } from '@nestjs/common';
import { type EventConsumer, type HappenedEvent, OnEvents } from '@relais/server/kernel';
import { SettleAppointment } from './settle-appointment';

/** A cancelled session takes its places along: each person is told like of any meeting that is cancelled. */
@Injectable()
@OnEvents('group_session.cancelled')
export class OnSessionCancelled implements EventConsumer {
  constructor(private readonly settle: SettleAppointment) {}

  async execute({ payload }: HappenedEvent): Promise<void> {
    if (payload['objectId']) await this.settle.cancelPlaces(payload['objectId'], payload['actorPostId']);
  }
}

import { Injectable } from '@nestjs/common';
import { type EventConsumer, type HappenedEvent, OnEvents } from '@relais/server/kernel';
import { BringFileBack } from './bring-file-back';
import { CarryFile } from './carry-file';

/** A merge was approved, or is to be undone: it is carried out whole, once, whatever is killed. */
@Injectable()
@OnEvents('merge.approved', 'merge.undo_asked')
export class OnMergeAnswered implements EventConsumer {
  constructor(
    private readonly carry: CarryFile,
    private readonly back: BringFileBack,
  ) {}

  async execute({ event, payload: { mergeId } }: HappenedEvent): Promise<void> {
    if (!mergeId) return;
    await (event === 'merge.approved' ? this.carry : this.back).execute(mergeId);
  }
}

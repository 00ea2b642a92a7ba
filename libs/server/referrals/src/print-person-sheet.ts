import { Injectable } from '@nestjs/common';
import { type Actor, type Id, regionOf } from '@relais/domain';
import { refuse, UnitOfWork } from '@relais/server/kernel';
import { handedOverSheet, personSheet } from './person-sheet-words';
import { ShowHandovers } from './show-handovers';
import { ShowReferral } from './show-referral';
import { taggedPdf } from './tagged-pdf';

/** The sheet that the person keeps, printed by either side once the referral has left; the read is journalled. */
@Injectable()
export class PrintPersonSheet {
  constructor(
    private readonly work: UnitOfWork,
    private readonly show: ShowReferral,
    private readonly handovers: ShowHandovers,
  ) {}

  /** A unit of work of its own: the answer is paper, not a declared message. Once the referent changes hands, it says so instead. */
  async execute(actor: Actor, id: Id): Promise<Buffer> {
    const { timeZone } = regionOf(actor.region);
    const sheet = await this.work.read(actor, async () => {
      const seen = await this.show.execute(id);
      if (seen.side === 'none') refuse('permission.denied');
      if (!seen.packet) return refuse('referral.not_in_this_state', { params: { status: seen.status } });
      const handover = await this.handovers.ofReferral(id);
      return handover ? handedOverSheet(seen, handover, timeZone) : personSheet(seen, timeZone);
    });
    return taggedPdf(sheet);
  }
}

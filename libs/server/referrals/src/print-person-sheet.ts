import { Injectable } from '@nestjs/common';
import { type Actor, type Id, regionOf } from '@relais/domain';
import { refuse, UnitOfWork } from '@relais/server/kernel';
import { personSheet } from './person-sheet-words';
import { ShowReferral } from './show-referral';
import { taggedPdf } from './tagged-pdf';

/** The sheet that the person keeps, printed by either side once the referral has left; the read is journalled. */
@Injectable()
export class PrintPersonSheet {
  constructor(
    private readonly work: UnitOfWork,
    private readonly show: ShowReferral,
  ) {}

  /** A unit of work of its own: the answer is paper, not a declared message. */
  async execute(actor: Actor, id: Id): Promise<Buffer> {
    const referral = await this.work.read(actor, async () => {
      const seen = await this.show.execute(id);
      return seen.packet ? seen : refuse('referral.not_in_this_state', { params: { status: seen.status } });
    });
    return taggedPdf(personSheet(referral, regionOf(actor.region).timeZone));
  }
}

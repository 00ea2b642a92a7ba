import { Injectable } from '@nestjs/common';
import { type Id, regionOf } from '@relais/domain';
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

  async execute(id: Id): Promise<Buffer> {
    const referral = await this.show.execute(id);
    if (!referral.packet) refuse('referral.not_in_this_state', { params: { status: referral.status } });
    return taggedPdf(personSheet(referral, regionOf(this.work.region).timeZone));
  }
}

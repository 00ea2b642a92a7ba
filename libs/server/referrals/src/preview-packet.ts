import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Journal } from '@relais/server/kernel';
import { PackReferral } from './pack-referral';
import type { PacketView } from './packet.messages';
import { WriteDraft } from './write-draft';

/** The pack of a draft, exactly as the receiver would read it now. */
@Injectable()
export class PreviewPacket {
  constructor(
    private readonly drafts: WriteDraft,
    private readonly pack: PackReferral,
    private readonly journal: Journal,
  ) {}

  async execute(id: Id): Promise<PacketView> {
    const draft = await this.drafts.open(id);
    const { content, hash } = await this.pack.execute(draft);
    await this.journal.audit('referral.previewed', { objectType: 'referral', objectId: id, beneficiaryId: draft.beneficiaryId });
    return { id: null, number: 1, hash, frozenAt: null, content };
  }
}

import { Injectable } from '@nestjs/common';
import type { Id, RefusalCode } from '@relais/domain';
import { Clock, Journal, newId, refuse, UnitOfWork } from '@relais/server/kernel';
import type { LinkRequestRequest, LinkRequestView } from './links.messages';
import { ListLinkRequests } from './list-link-requests';
import { WhoIsMeant } from './who-is-meant';

const LINKED = `
  select 'beneficiary.already_linked' as no from app.file_access where region = $1 and beneficiary_id = $2 and grantee_id = (select sec.unit()) and basis = 'support'
  union all
  select 'link.asked_already' from app.link_request where region = $1 and beneficiary_id = $2 and requester_unit_id = (select sec.unit()) and status = 'asked'`;

/** Asks those who accompany a person to let one's own unit accompany them too, with a reason. */
@Injectable()
export class AskLink {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly meant: WhoIsMeant,
    private readonly requests: ListLinkRequests,
  ) {}

  async execute(card: Id, { reason }: LinkRequestRequest): Promise<LinkRequestView> {
    const beneficiaryId = await this.meant.by(card);
    const linked = await this.work.row<{ no: RefusalCode }>(LINKED, [beneficiaryId]);
    if (linked) refuse(linked.no);
    const { actor } = this.work;
    const id = newId();
    await this.work.rows(
      `insert into app.link_request (region, id, beneficiary_id, requester_post_id, requester_unit_id, requester_operator_id, reason, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, beneficiaryId, actor.postId, actor.unitId, actor.operatorId, reason, this.clock.now()],
    );
    await this.journal.record(
      'beneficiary.link_asked',
      { objectType: 'link_request', objectId: id, beneficiaryId },
      { unitId: actor.unitId },
    );
    return this.requests.one(id);
  }
}

import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, Journal, newId, refuse, UnitOfWork } from '@relais/server/kernel';
import type { LinkRequestView } from './links.messages';
import { ListLinkRequests } from './list-link-requests';

type Asked = { status: string; sharing: string; beneficiaryId: Id; unitId: Id; operatorId: Id; postId: Id; fileOpen: boolean };

const ASKED = `
  select l.status, l.beneficiary_id as "beneficiaryId", l.requester_unit_id as "unitId", l.requester_operator_id as "operatorId",
    l.requester_post_id as "postId",
    (select b.sharing_status from app.beneficiary b where b.region = $1 and b.id = l.beneficiary_id) as sharing,
    exists (select 1 from app.file_access a where a.region = $1 and a.beneficiary_id = l.beneficiary_id and a.basis in ('support', 'hierarchy')
      and a.grantee_id = (select sec.unit())) as "fileOpen"
  from app.link_request l where l.region = $1 and l.id = $2 for update of l`;

/** Grants or refuses a link, with words for the one who asked. Granting opens a support of the asking unit in the same transaction: their file opens at once. */
@Injectable()
export class AnswerLink {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly requests: ListLinkRequests,
  ) {}

  async execute(id: Id, status: 'granted' | 'refused', answer = ''): Promise<LinkRequestView> {
    const { region, actor } = this.work;
    const asked = await this.work.found<Asked>(ASKED, [id]);
    if (!asked.fileOpen || asked.unitId === actor.unitId) refuse('permission.denied');
    if (asked.status !== 'asked') refuse('link.answered');
    if (status === 'granted' && asked.sharing === 'opposed') refuse('beneficiary.opposed');
    await this.work.rows(
      `update app.link_request set status = $3, answered_by_post = $4, answered_at = $5, answer = $6, version = version + 1 where region = $1 and id = $2`,
      [id, status, actor.postId, this.clock.now(), answer.trim()],
    );
    if (status === 'granted') {
      await this.work.rows(
        `insert into app.support (region, id, beneficiary_id, operator_id, unit_id, referent_post_id, opened_on) values ($1, $2, $3, $4, $5, $6, $7)`,
        [newId(), asked.beneficiaryId, asked.operatorId, asked.unitId, asked.postId, this.clock.today(region)],
      );
    }
    const fact = { objectType: 'link_request', objectId: id, beneficiaryId: asked.beneficiaryId };
    await this.journal.record(`beneficiary.link_${status}`, fact, { postId: asked.postId, unitId: asked.unitId });
    return this.requests.one(id);
  }
}

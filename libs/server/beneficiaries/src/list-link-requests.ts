import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Journal, UnitOfWork } from '@relais/server/kernel';
import type { LinkRequests, LinkRequestView } from './links.messages';

/** Columns of a request for a link; a sensitive operator keeps its name from the others. */
const REQUEST = `
  select l.id, l.status, l.reason, s.given_name || ' ' || s.family_name as "requesterName",
    case when o.sensitive and o.id <> (select sec.operator()) then null else o.short_name end as "operatorName",
    case when o.sensitive and o.id <> (select sec.operator()) then null else u.name end as "unitName",
    l.created_at as "createdAt", l.answered_at as "answeredAt", l.version
  from app.link_request l
  join app.post p on p.region = $1 and p.id = l.requester_post_id
  join app.staff s on s.region = $1 and s.id = p.staff_id
  join app.unit u on u.region = $1 and u.id = l.requester_unit_id
  join app.operator o on o.region = $1 and o.id = l.requester_operator_id
  where l.region = $1`;

/** Requests to accompany a person, for those who accompany them; those who asked read their own. */
@Injectable()
export class ListLinkRequests {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  async execute(beneficiaryId: Id): Promise<LinkRequests> {
    await this.work.found('select id from app.beneficiary where region = $1 and id = $2', [beneficiaryId]);
    const [items] = await Promise.all([
      this.work.rows<LinkRequestView>(`${REQUEST} and l.beneficiary_id = $2 order by l.created_at desc, l.id limit 50`, [beneficiaryId]),
      this.journal.audit('beneficiary.link_requests_read', { objectType: 'beneficiary', objectId: beneficiaryId, beneficiaryId }),
    ]);
    return { items };
  }

  /** One request, for answers to a change. */
  one(id: Id): Promise<LinkRequestView> {
    return this.work.found<LinkRequestView>(`${REQUEST} and l.id = $2`, [id]);
  }
}

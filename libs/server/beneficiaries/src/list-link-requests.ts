import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Journal, PAGE, pageOf, readPlace, unlessMasked, UnitOfWork } from '@relais/server/kernel';
import type { LinkBoxQuery, LinkRequests, LinkRequestsPage, LinkRequestView } from './links.messages';

/** Columns of a request for a link. A sensitive operator keeps its name from the others; the person is named to those who may open the file. */
const REQUEST = `
  select l.id, l.status, l.reason, b.id as "beneficiaryId", l.card_id as "cardId", l.birth_year as "birthYear",
    coalesce(coalesce(nullif(b.name_of_use, ''), b.given_name) || ' ' || b.family_name, l.masked_name) as "personName",
    s.given_name || ' ' || s.family_name as "requesterName",
    ${unlessMasked('o.short_name')} as "operatorName",
    ${unlessMasked('u.name')} as "unitName",
    l.created_at as "createdAt", l.answered_at as "answeredAt", l.answer, l.version
  from app.link_request l
  join app.post p on p.region = $1 and p.id = l.requester_post_id
  join app.staff s on s.region = $1 and s.id = p.staff_id
  join app.unit u on u.region = $1 and u.id = l.requester_unit_id
  join app.operator o on o.region = $1 and o.id = l.requester_operator_id
  left join app.beneficiary b on b.region = $1 and b.id = l.beneficiary_id
  where l.region = $1`;

const OF_UNIT = `
  and ($2 = 'asked') = (l.requester_unit_id = $3)
  and ($2 = 'asked' or exists (select 1 from app.file_access a where a.region = $1 and a.beneficiary_id = l.beneficiary_id
    and a.grantee_id = $3 and a.basis in ('support', 'hierarchy')))
  and ($4::timestamptz is null or (l.created_at, l.id) < ($4, $5::uuid))
  order by l.created_at desc, l.id desc limit $6`;

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

  /** Those that wait for an answer of one's unit, or those that it made; one reading of the list is one line of the journal. */
  async box({ box, after, limit = PAGE }: LinkBoxQuery): Promise<LinkRequestsPage> {
    const { unitId } = this.work.actor;
    const [at, last] = readPlace(after) ?? [null, null];
    const [rows] = await Promise.all([
      this.work.rows<LinkRequestView>(REQUEST + OF_UNIT, [box, unitId, at, last, limit + 1]),
      this.journal.audit('beneficiary.link_requests_listed', { objectType: 'unit', objectId: unitId }),
    ]);
    return pageOf(rows, limit, ({ createdAt, id }) => [createdAt, id]);
  }

  /** One request, for answers to a change. */
  one(id: Id): Promise<LinkRequestView> {
    return this.work.found<LinkRequestView>(`${REQUEST} and l.id = $2`, [id]);
  }
}

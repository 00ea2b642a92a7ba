import { Injectable } from '@nestjs/common';
import { fragilityOf, type Id, inUsualFiles, weightOf } from '@relais/domain';
import { Clock, UnitOfWork } from '@relais/server/kernel';
import type { CaseloadList, CaseloadView } from './caseload.messages';
import { FACTS, type FactsRow } from './pack-rows';

const UNIT = `select id from app.unit where region = $1 and id = $2 and operator_id = $3`;

const POSTS = `
  select p.id as "postId", s.given_name || ' ' || s.family_name as name, u.name as "unitName", a.starts_on as "awayFrom",
    a.ends_on as "awayUntil"
  from app.unit_ancestor t
  join app.post p on p.region = $1 and p.unit_id = t.unit_id and p.active and p.role in ('counsellor', 'unit_lead')
  join app.staff s on s.region = $1 and s.id = p.staff_id
  join app.unit u on u.region = $1 and u.id = p.unit_id
  left join lateral (select a.starts_on, a.ends_on from app.absence a
    where a.region = $1 and a.post_id = p.id and a.cancelled_at is null and (a.ends_on is null or a.ends_on >= $3::date) order by a.starts_on limit 1) a on true
  where t.region = $1 and t.ancestor_id = $2 and p.operator_id = $4
  order by s.family_name, s.given_name, p.id limit 200`;

type Post = Pick<CaseloadView, 'postId' | 'name' | 'unitName' | 'awayFrom' | 'awayUntil'>;

/** What each counsellor of a unit carries, before files are given: sums alone, no name of a person. */
@Injectable()
export class ListCaseloads {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(unitId: Id): Promise<CaseloadList> {
    const { operatorId, region } = this.work.actor;
    const [today, now] = [this.clock.today(region), this.clock.now()];
    await this.work.found(UNIT, [unitId, operatorId]);
    const posts = await this.work.rows<Post>(POSTS, [unitId, today, operatorId]);
    const facts = await this.work.rows<FactsRow>(FACTS, [posts.map(({ postId }) => postId), today, now]);
    return {
      items: posts.map((post) => {
        const files = facts.filter(({ postId }) => postId === post.postId);
        const fragilities = files.map((file) => fragilityOf(file, today, now));
        return {
          ...post,
          files: files.length,
          load: inUsualFiles(fragilities.reduce((sum, one) => sum + weightOf(one), 0)),
          fragile: fragilities.filter(({ score }) => score > 0).length,
          meetings: fragilities.filter(({ reasons }) => reasons.includes('appointment_soon')).length,
        };
      }),
    };
  }
}

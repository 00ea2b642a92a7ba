import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { UnitOfWork } from '@relais/server/kernel';

/** Active posts of some roles in a unit, or in the nearest unit above it that has some. */
const NEAREST = (roles: string): string => `
  select p.id from app.unit_ancestor u
  join app.post p on p.region = $1 and p.unit_id = u.ancestor_id and p.active and p.role in (${roles})
  where u.region = $1 and u.unit_id = $2 and u.depth = (
    select min(n.depth) from app.unit_ancestor n
    join app.post q on q.region = $1 and q.unit_id = n.ancestor_id and q.active and q.role in (${roles})
    where n.region = $1 and n.unit_id = $2)
  order by p.id`;

/** The same for many units at once: `$2`. */
const NEAREST_OF_MANY = (roles: string): string => `
  select w.unit_id as "unitId", p.id from unnest($2::uuid[]) as w (unit_id)
  cross join lateral (select min(n.depth) as depth from app.unit_ancestor n
    join app.post q on q.region = $1 and q.unit_id = n.ancestor_id and q.active and q.role in (${roles})
    where n.region = $1 and n.unit_id = w.unit_id) near
  join app.unit_ancestor u on u.region = $1 and u.unit_id = w.unit_id and u.depth = near.depth
  join app.post p on p.region = $1 and p.unit_id = u.ancestor_id and p.active and p.role in (${roles})
  order by p.id`;

const TEAM = NEAREST(`'counsellor', 'unit_lead'`);
const LEADS = NEAREST(`'unit_lead'`);
const ACTIVE = `select id from app.post where region = $1 and id = $2 and active`;
const COORDINATORS = `select id from app.post where region = $1 and role = 'regional_coordinator' and active order by id`;
const GUARDIANS = `
  with guardian as (
    select p.id, p.operator_id = mine.operator_id as own from app.post p join app.post mine on mine.region = $1 and mine.id = $2
    where p.region = $1 and p.role = 'data_protection_officer' and p.active)
  select id from guardian where own or not exists (select from guardian where own) order by id`;

type Post = { readonly id: Id };

/** Who stands where an event wants somebody told. */
@Injectable()
export class WhoIsTold {
  constructor(private readonly work: UnitOfWork) {}

  /** The post that answers for a side, while it is active; else the whole team of its unit, or of the nearest one above that has people. */
  async side(unitId: Id | undefined, postId: Id | undefined): Promise<readonly Id[]> {
    if (!unitId) return [];
    const one = postId ? await this.ids(ACTIVE, postId) : [];
    return one.length > 0 ? one : this.ids(TEAM, unitId);
  }

  /** The leads of a unit, or those of the nearest unit above it that has one. */
  async leads(unitId: Id | undefined): Promise<readonly Id[]> {
    return unitId ? this.ids(LEADS, unitId) : [];
  }

  /** The team of each unit, as {@link side} finds it. */
  teamsOf(unitIds: readonly Id[]): Promise<ReadonlyMap<Id, readonly Id[]>> {
    return this.ofMany(NEAREST_OF_MANY(`'counsellor', 'unit_lead'`), unitIds);
  }

  /** The leads of each unit, as {@link leads} finds them. */
  leadsOf(unitIds: readonly Id[]): Promise<ReadonlyMap<Id, readonly Id[]>> {
    return this.ofMany(NEAREST_OF_MANY(`'unit_lead'`), unitIds);
  }

  /** Those who coordinate the region. */
  async coordinators(): Promise<readonly Id[]> {
    return this.ids(COORDINATORS);
  }

  /** The data-protection officers of a post's operator; those of the region when it has none of its own. */
  async guardians(postId: Id): Promise<readonly Id[]> {
    return this.ids(GUARDIANS, postId);
  }

  private async ofMany(sql: string, unitIds: readonly Id[]): Promise<ReadonlyMap<Id, readonly Id[]>> {
    const rows = await this.work.rows<Post & { readonly unitId: Id }>(sql, [unitIds]);
    const byUnit = Map.groupBy(rows, ({ unitId }) => unitId);
    return new Map([...byUnit].map(([unitId, posts]) => [unitId, posts.map(({ id }) => id)]));
  }

  private async ids(sql: string, ...params: readonly Id[]): Promise<Id[]> {
    return (await this.work.rows<Post>(sql, params)).map(({ id }) => id);
  }
}

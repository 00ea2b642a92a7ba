import { Injectable } from '@nestjs/common';
import { type Id, MERGE_TOLD, type MergeTold } from '@relais/domain';
import { type EventConsumer, type HappenedEvent, OnEvents, UnitOfWork } from '@relais/server/kernel';
import { TellPosts, type Told } from './tell-posts';
import { WhoIsTold } from './who-is-told';

/** A merge with who answers for each file; for the one that went, who did before. */
const MERGE = `
  select m.survivor_id as "survivorId", m.absorbed_id as "absorbedId", m.proposed_by_post_id as "proposerId",
    s.lead_post_id as "leadPostId", coalesce(s.lead_unit_id, sp.unit_id) as "leadUnitId",
    coalesce(o.lead_post_id, (k.before ->> 'lead_post_id')::uuid) as "formerPostId",
    coalesce(o.lead_unit_id, (k.before ->> 'lead_unit_id')::uuid, op.unit_id) as "formerUnitId"
  from app.file_merge m
  join app.beneficiary s on s.region = $1 and s.id = m.survivor_id
  join app.beneficiary o on o.region = $1 and o.id = m.absorbed_id
  left join app.file_merge_row k on k.region = $1 and k.merge_id = m.id and k.table_name = 'beneficiary' and k.row_id = m.absorbed_id
  left join app.post sp on sp.region = $1 and sp.id = s.lead_post_id
  left join app.post op on op.region = $1 and op.id = coalesce(o.lead_post_id, (k.before ->> 'lead_post_id')::uuid)
  where m.region = $1 and m.id = $2`;

const REVIEWERS = `select r.id from app.merge_reviewers($2, $3, $4) as r (id) where $1 = sec.region()`;

type Merge = {
  readonly survivorId: Id;
  readonly absorbedId: Id;
  readonly proposerId: Id;
  readonly leadPostId: Id | null;
  readonly leadUnitId: Id | null;
  readonly formerPostId: Id | null;
  readonly formerUnitId: Id | null;
};

/** Two files are said to be one person: those who can check know. It was answered, carried out, undone: whoever proposed it, and whoever answers for the person. */
@Injectable()
@OnEvents(...MERGE_TOLD)
export class OnMergeMoved implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly who: WhoIsTold,
    private readonly posts: TellPosts,
  ) {}

  async execute(event: HappenedEvent): Promise<void> {
    const { mergeId } = event.payload;
    const merge = await this.work.row<Merge>(MERGE, [mergeId]);
    if (!merge) return;
    const kind = event.event as MergeTold;
    const told = kind === 'merge.proposed' ? await this.reviewers(merge) : await this.answered(kind, merge);
    const { survivorId, leadUnitId, formerUnitId } = merge;
    const { posts } = await this.posts.execute(event, { kind, beneficiaryId: survivorId, detail: mergeId }, told);
    const units = [leadUnitId, formerUnitId].filter((unit) => unit !== null);
    this.posts.say('merge', posts, units, survivorId);
  }

  private async reviewers({ survivorId, absorbedId, proposerId }: Merge): Promise<readonly Told[]> {
    const reviewers = await this.work.rows<{ id: Id }>(REVIEWERS, [survivorId, absorbedId, proposerId]);
    return reviewers.map(({ id }) => ({ postId: id, audience: 'receiver' }));
  }

  private async answered(kind: MergeTold, merge: Merge): Promise<readonly Told[]> {
    const told: Told[] = [{ postId: merge.proposerId, audience: 'sender' }];
    if (kind !== 'beneficiary.merged' && kind !== 'merge.undone') return told;
    const { leadPostId, leadUnitId, formerPostId, formerUnitId } = merge;
    for (const [unit, post] of [[leadUnitId, leadPostId] as const, [formerUnitId, formerPostId] as const])
      for (const postId of await this.who.side(unit ?? undefined, post ?? undefined)) told.push({ postId, audience: 'referent' });
    return told;
  }
}

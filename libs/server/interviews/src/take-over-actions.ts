import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';

const GIVE = `
  update app.action t set owner_post_id = f.to_post, updated_at = $5, version = t.version + 1
  from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as f (id, from_post, to_post)
  where t.region = $1 and t.id = f.id and t.status = 'open' and t.owner_post_id = f.from_post
  returning t.id, t.beneficiary_id as "beneficiaryId"`;

/** Open actions of a post become those of another: a listed edge for continuity packs, docs/adr/0016. */
@Injectable()
export class TakeOverActions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Resolves to the actions that changed hands: the others are settled, or somebody else's by now. */
  async execute(actions: readonly { readonly id: Id; readonly fromPostId: Id; readonly toPostId: Id }[]): Promise<ReadonlySet<Id>> {
    if (actions.length === 0) return new Set();
    const columns = [actions.map(({ id }) => id), actions.map((one) => one.fromPostId), actions.map((one) => one.toPostId)];
    const moved = await this.work.rows<{ id: Id; beneficiaryId: Id }>(GIVE, [...columns, this.clock.now()]);
    const changes = moved.map(({ id, beneficiaryId }) => ({ fact: { objectType: 'action', objectId: id, beneficiaryId }, ids: {} }));
    await this.journal.recordAll('action.reassigned', changes);
    return new Set(moved.map(({ id }) => id));
  }
}

import { Injectable } from '@nestjs/common';
import { type Id, mergeUndoUntil, type RefusalCode, type SupersededTwin, type TwinReferral, twinsOf, whyNotMerge } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';
import { JoinFields } from './join-fields';
import { FACTS, type FactsRow, lockMerge, type MergeRow } from './merge-rows';

const REFERRALS = `
  select r.id, r.beneficiary_id as "beneficiaryId", r.theme, r.receiver_unit_id as "receiverUnitId", r.status from app.referral r
  where r.region = $1 and r.beneficiary_id = any($2::uuid[]) and r.status <> 'closed' order by r.id for update`;

/** What goes on of a referral that gives way, goes on for the one in its place: `$2` merge, `$3` gives way, `$4` goes on. */
const REHANG = (table: string, lives: string): string => `
  with rehung as (update app.${table} x set referral_id = $4 where x.region = $1 and x.referral_id = $3 and ${lives} returning x.id)
  insert into app.file_merge_row (region, merge_id, table_name, row_id, before, after)
  select $1, $2, '${table}', rehung.id, jsonb_build_object('referral_id', $3::uuid), jsonb_build_object('referral_id', $4::uuid) from rehung`;
const REHANGS = [REHANG('appointment', `x.status = 'planned'`), REHANG('support', 'x.closed_on is null')];

const CARRY = `select app.carry_file($2, $3) from (select $1::text) as here (region)`;

const STOP = `update app.file_merge set status = 'stopped', stopped = $3, version = version + 1 where region = $1 and id = $2`;
const END = `update app.file_merge set status = 'merged', merged_at = $3, undo_until = $4, superseded_ids = $5, version = version + 1
  where region = $1 and id = $2`;

/** Other proposals that name the file that went: `$2`. */
const STOP_OTHERS = `update app.file_merge set status = 'stopped', stopped = 'merge.gone', reviewed_at = $3, version = version + 1
  where region = $1 and status = 'proposed' and (survivor_id = $2 or absorbed_id = $2) returning id`;

/** Carries out a merge that was approved: all of it in one transaction, or nothing and a reason. */
@Injectable()
export class CarryFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly fields: JoinFields,
  ) {}

  async execute(id: Id): Promise<void> {
    const { merge } = (await lockMerge(this.work, id)) ?? {};
    if (merge?.status !== 'merging') return;
    const { survivorId, absorbedId } = merge;
    // Since it was approved a handover may have begun, or a file been closed.
    const { facts } = await this.work.found<FactsRow>(FACTS, [survivorId, absorbedId, id]);
    const no = facts ? whyNotMerge(facts) : 'merge.gone';
    if (no) return this.stop(merge, no);
    const twins = twinsOf(survivorId, await this.work.rows<TwinReferral>(REFERRALS, [[survivorId, absorbedId]]));
    await this.rehang(id, twins);
    await this.journal.audit('beneficiary.merged', { objectType: 'file_merge', objectId: id, beneficiaryId: absorbedId });
    // Before the rows move: what a referral of each file does to the other one is done in this transaction, by referrals themselves.
    const fact = { objectType: 'file_merge', objectId: id, beneficiaryId: survivorId };
    await this.journal.record('beneficiary.merged', fact, { mergeId: id, mergedId: absorbedId });
    await this.fields.execute(merge);
    await this.work.rows(CARRY, [id, this.clock.today(this.work.region)]);
    const now = this.clock.now();
    await this.work.rows(END, [id, now, mergeUndoUntil(now), twins.map((twin) => twin.id)]);
    for (const other of await this.work.rows<{ id: Id }>(STOP_OTHERS, [absorbedId, now])) await this.tellStopped(other.id, survivorId);
  }

  private async rehang(id: Id, twins: readonly SupersededTwin[]): Promise<void> {
    for (const twin of twins) for (const sql of REHANGS) await this.work.rows(sql, [id, twin.id, twin.successorId]);
  }

  private async stop({ id, survivorId }: MergeRow, code: RefusalCode): Promise<void> {
    await this.work.rows(STOP, [id, code]);
    await this.tellStopped(id, survivorId);
  }

  private async tellStopped(id: Id, beneficiaryId: Id): Promise<void> {
    await this.journal.record('merge.stopped', { objectType: 'file_merge', objectId: id, beneficiaryId }, { mergeId: id });
  }
}

import { Injectable } from '@nestjs/common';
import { type Id, standingToAbsence, whyNotAbsent } from '@relais/domain';
import { Clock, Journal, newId, refuse, RefusalProblem, UnitOfWork } from '@relais/server/kernel';
import { AbsenceEntity } from './absence.entity';
import type { AbsenceView, NoteAbsenceRequest } from './continuity.messages';
import { ListAbsences } from './list-absences';
import { above } from './pack-rows';

const POST = `
  select p.id, p.unit_id as "unitId", p.operator_id as "operatorId",
    ${above('p.unit_id')}
  from app.post p where p.region = $1 and p.id = $2 and p.operator_id = $3 and p.active and p.role in ('counsellor', 'unit_lead')`;

/** Locked against a pack that is prepared, or let go, at the same moment. */
const LOCK = `select id from app.absence where region = $1 and id = $2 and version = $3 and cancelled_at is null for update`;

const HANDED_OVER = `select id from app.continuity_pack where region = $1 and absence_id = $2
  and status in ('moving', 'moved', 'undoing', 'returning') limit 1`;

/** What was only prepared goes with the absence; what was undone or came back stays as proof, and the absence with it: only its days are free. */
const FORGET = [
  `delete from app.pack_file f using app.continuity_pack k where f.region = $1 and k.region = $1 and k.id = f.pack_id and k.absence_id = $2
    and k.status in ('preparing', 'prepared', 'waiting')`,
  `delete from app.continuity_pack k where k.region = $1 and k.absence_id = $2 and k.status in ('preparing', 'prepared', 'waiting')`,
  `delete from app.absence a where a.region = $1 and a.id = $2
    and not exists (select from app.continuity_pack k where k.region = $1 and k.absence_id = $2)`,
];

const CANCEL = `update app.absence a set cancelled_at = $3, version = a.version + 1 where a.region = $1 and a.id = $2`;

type Post = { readonly id: Id; readonly unitId: Id; readonly operatorId: Id; readonly above: readonly Id[] };

/** Notes when a post will be away: one's own, or one of the units that one leads. */
@Injectable()
export class NoteAbsence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly absences: ListAbsences,
  ) {}

  async execute(postId: Id, plan: NoteAbsenceRequest): Promise<AbsenceView> {
    const { actor, region } = this.work;
    const { above, ...post } = await this.work.found<Post>(POST, [postId, actor.operatorId]);
    if (standingToAbsence(actor, postId, above) === 'reads') refuse('permission.denied');
    const no = whyNotAbsent(plan, this.clock.today(region));
    if (no) throw new RefusalProblem(no);
    const { kind, reason, startsOn, endsOn } = plan;
    const place = { postId, unitId: post.unitId, operatorId: post.operatorId };
    const by = { createdByPostId: actor.postId, createdAt: this.clock.now(), version: 1 };
    const id = newId();
    try {
      await this.work.insert(AbsenceEntity, { id, ...place, kind, reason, startsOn, endsOn, ...by });
    } catch (error) {
      if ((error as { code?: string }).code === '23P01') refuse('absence.overlaps', { pointer: '/startsOn' });
      throw error;
    }
    await this.journal.record('absence.noted', { objectType: 'absence', objectId: id }, { postId, unitId: post.unitId });
    return this.absences.one(id);
  }

  /** It does not take place. */
  async cancel(id: Id, version: number): Promise<void> {
    const { postId, unitId, standing } = await this.absences.one(id);
    if (standing === 'reads') refuse('permission.denied');
    if (!(await this.work.row(LOCK, [id, version]))) refuse('request.version_stale');
    if (await this.work.row(HANDED_OVER, [id])) refuse('absence.handed_over');
    for (const forget of FORGET) await this.work.rows(forget, [id]);
    await this.work.rows(CANCEL, [id, this.clock.now()]);
    await this.journal.record('absence.cancelled', { objectType: 'absence', objectId: id }, { postId, unitId });
  }
}

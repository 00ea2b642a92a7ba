import { Injectable } from '@nestjs/common';
import { type AbsenceStanding, type Id, plusDays, whyNotPack } from '@relais/domain';
import { Clock, Journal, newId, refuse, RefusalProblem, UnitOfWork } from '@relais/server/kernel';
import { ListAbsences } from './list-absences';
import type { PreparePackRequest, PackView } from './pack.messages';
import { FIT, PACK, type PackRow } from './pack-rows';
import { ShowPack } from './show-pack';

const OPEN = `select ${PACK} from app.continuity_pack k where k.region = $1 and k.absence_id = $2
  and k.status in ('preparing', 'prepared', 'waiting', 'moving') for update`;

/** Two at once: the second sees what the first prepared. */
const LOCK = `select id from app.absence where region = $1 and id = $2 and cancelled_at is null for update`;

const ADD = `
  insert into app.continuity_pack (region, id, absence_id, post_id, unit_id, operator_id, ends_as, receiver_post_ids, status, begins_on,
    returns_on, prepared_by_post_id, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, 'preparing', $9, $10, $11, $12)`;

const AGAIN = `
  update app.continuity_pack k set ends_as = $3, receiver_post_ids = $4, begins_on = $5, returns_on = $6, status = 'preparing', version = k.version + 1
  where k.region = $1 and k.id = $2`;

/** Says who takes the caseload of somebody who will be away; the worker then works out what moves to whom. As often as one likes. */
@Injectable()
export class PreparePack {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly absences: ListAbsences,
    private readonly show: ShowPack,
  ) {}

  async execute(absenceId: Id, { endsAs, receiverPostIds }: PreparePackRequest): Promise<PackView> {
    const { actor, region } = this.work;
    const today = this.clock.today(region);
    const absence = await this.absences.one(absenceId);
    if (absence.standing === 'reads') refuse('permission.denied');
    if (endsAs === 'comes_back' && absence.endsOn === null) refuse('request.invalid', { pointer: '/endsAs' });
    const open = await this.openPack(absenceId, absence.standing);
    const beginsOn = absence.startsOn > today ? absence.startsOn : today;
    const receivers = [...new Set(receiverPostIds)];
    const until = endsAs === 'comes_back' ? absence.endsOn : null;
    const fit = await this.work.rows(FIT, [receivers, absence.postId, beginsOn, until]);
    if (receivers.length === 0 || fit.length < receivers.length) refuse('pack.receiver_unfit', { pointer: '/receiverPostIds' });
    const returnsOn = until && plusDays(until, 1);
    const id = open?.id ?? newId();
    const { postId, unitId } = absence;
    if (open) await this.work.rows(AGAIN, [id, endsAs, receivers, beginsOn, returnsOn]);
    else {
      const who = [absenceId, postId, unitId, actor.operatorId];
      await this.work.rows(ADD, [id, ...who, endsAs, receivers, beginsOn, returnsOn, actor.postId, this.clock.now()]);
    }
    await this.journal.record('pack.prepared', { objectType: 'continuity_pack', objectId: id }, { packId: id, unitId, postId });
    return this.show.one(id);
  }

  private async openPack(absenceId: Id, standing: AbsenceStanding): Promise<PackRow | undefined> {
    await this.work.found(LOCK, [absenceId]);
    const open = await this.work.row<PackRow>(OPEN, [absenceId]);
    const no = open && whyNotPack('prepare', open, standing, this.clock.now());
    if (no) throw new RefusalProblem(no);
    return open;
  }
}

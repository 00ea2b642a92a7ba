import { Injectable } from '@nestjs/common';
import { type CivilDate, type Id, plusDays, whyNotLastDay } from '@relais/domain';
import { Clock, Journal, refuse, RefusalProblem, UnitOfWork } from '@relais/server/kernel';
import { AbsenceEntity } from './absence.entity';
import type { AbsenceView } from './continuity.messages';
import { ListAbsences } from './list-absences';

/** Locked against a pack that is prepared, let go, or brought back at the same moment; what is prepared is worked out anew for its days. */
const PACK = `
  update app.continuity_pack k set returns_on = $3, status = case k.status when 'prepared' then 'preparing' else k.status end,
    version = k.version + 1
  where k.region = $1 and k.absence_id = $2 and k.ends_as = 'comes_back' and k.status in ('preparing', 'prepared', 'waiting', 'moving', 'moved')
  returning k.id`;

/** Somebody comes back later than planned, or sooner: what they entrusted comes back then, too. */
@Injectable()
export class MoveLastDay {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly absences: ListAbsences,
  ) {}

  async execute(id: Id, version: number, endsOn: CivilDate): Promise<AbsenceView> {
    const { postId, unitId, standing, ...absence } = await this.absences.one(id);
    if (standing === 'reads') refuse('permission.denied');
    const no = whyNotLastDay(absence, endsOn, this.clock.today(this.work.region));
    if (no) throw new RefusalProblem(no);
    try {
      await this.work.update(AbsenceEntity, id, { endsOn }, version);
    } catch (error) {
      if ((error as { code?: string }).code === '23P01') refuse('absence.overlaps', { pointer: '/endsOn' });
      throw error;
    }
    await this.work.rows(PACK, [id, plusDays(endsOn, 1)]);
    await this.journal.record('absence.last_day_moved', { objectType: 'absence', objectId: id }, { postId, unitId });
    return this.absences.one(id);
  }
}

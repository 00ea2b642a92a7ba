import { Injectable } from '@nestjs/common';
import { type CivilDate, type Id, type Instant, plusDays, startOfDay } from '@relais/domain';
import { RegionAgreement, refuse, UnitOfWork } from '@relais/server/kernel';
import type { BusyQuery, BusySpan, BusyView } from './agenda.messages';
import { KeepAvailability } from './keep-availability';

/** Days that one reading may span. */
const LONGEST = 62;

/** Professionals of sensitive operators do not exist for the others. */
const WHO = `
  select s.given_name || ' ' || s.family_name as name, u.name as "unitName"
  from app.post p
  join app.staff s on s.region = $1 and s.id = p.staff_id
  join app.unit u on u.region = $1 and u.id = p.unit_id
  join app.operator o on o.region = $1 and o.id = p.operator_id
  where p.region = $1 and p.id = $2 and p.active and p.role in ('counsellor', 'unit_lead') and (not o.sensitive or o.id = $3)`;

const BUSY = `select p.id as "postId", b.starts_at as "startsAt", b.ends_at as "endsAt"
  from app.busy_of($2::uuid[], $3, $4) b join app.post p on p.region = $1 and p.id = b.post_id order by b.starts_at, p.id`;

/** When professionals are taken, across operators: free or busy, never by what. */
@Injectable()
export class ListBusy {
  constructor(
    private readonly work: UnitOfWork,
    private readonly agreement: RegionAgreement,
    private readonly availability: KeepAvailability,
  ) {}

  async execute({ postId, from, to }: BusyQuery): Promise<BusyView> {
    if (to < from || to > plusDays(from, LONGEST)) refuse('request.invalid', { pointer: '/to' });
    const [who, hours, items] = await Promise.all([
      this.work.found<{ name: string; unitName: string }>(WHO, [postId, this.work.actor.operatorId]),
      this.availability.of([postId]),
      this.between([postId], from, to),
    ]);
    const { said, windows } = hours.get(postId) ?? { said: false, windows: [] };
    return { ...who, said, windows, items: items.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })) };
  }

  /** Of several professionals, from one day of the region to another, both included. */
  async between(postIds: readonly Id[], from: CivilDate, to: CivilDate): Promise<(BusySpan & { postId: Id })[]> {
    const { timeZone } = (await this.agreement.inForce()).calendar;
    const span: [Instant, Instant] = [startOfDay(from, timeZone), startOfDay(plusDays(to, 1), timeZone)];
    return this.work.rows<BusySpan & { postId: Id }>(BUSY, [postIds, ...span]);
  }
}

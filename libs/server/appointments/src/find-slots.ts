import { Injectable } from '@nestjs/common';
import { type FreeBusy, type Id, minuteOfDay, plusDays, plusMinutes, proposeSlots, SLOT_DAYS } from '@relais/domain';
import { Clock, RegionAgreement, refuse, UnitOfWork } from '@relais/server/kernel';
import type { SlotList, SlotsQuery } from './agenda.messages';
import { KeepAvailability } from './keep-availability';
import { ListBusy } from './list-busy';

/** Minutes from now before which nobody can be met. */
const SOONEST = 30;

/** A professional, or those of a team and the teams below; never of a sensitive operator that is not one's own. */
const SECONDS = `
  select p.id, s.given_name || ' ' || s.family_name as name
  from app.post p
  join app.staff s on s.region = $1 and s.id = p.staff_id
  join app.operator o on o.region = $1 and o.id = p.operator_id
  where p.region = $1 and p.active and p.role in ('counsellor', 'unit_lead') and (not o.sensitive or o.id = $4) and p.id <> $5
    and (p.id = $2 or p.unit_id in (select a.unit_id from app.unit_ancestor a where a.region = $1 and a.ancestor_id = $3))
  order by p.id limit 60`;

const HOST = `select id from app.post where region = $1 and id = $2 and operator_id = $3 and active`;

/** The three best moments for a meeting of one or two professionals with a person. The rule is the domain's; others' agendas stay closed. */
@Injectable()
export class FindSlots {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
    private readonly availability: KeepAvailability,
    private readonly busy: ListBusy,
  ) {}

  async execute({ hostId, withPostId, withUnitId, minutes, buffer = 0, from, before, place }: SlotsQuery): Promise<SlotList> {
    const { postId, operatorId, region } = this.work.actor;
    const host = hostId ?? postId;
    if (host !== postId && !(await this.work.row(HOST, [host, operatorId]))) refuse('request.invalid', { pointer: '/hostId' });
    const wanted = withPostId ?? withUnitId;
    const seconds = wanted ? await this.seconds(withPostId, withUnitId, host) : [];
    if (wanted && seconds.length === 0) refuse('request.invalid', { pointer: withPostId ? '/withPostId' : '/withUnitId' });
    const { calendar } = await this.agreement.inForce();
    const today = this.clock.today(region);
    const soonest = plusMinutes(this.clock.now(), SOONEST);
    const first = from && from > today ? from : today;
    const earliest = [soonest, minuteOfDay(first, 0, calendar.timeZone)].sort()[1] ?? soonest;
    const until = before > plusDays(first, SLOT_DAYS) ? plusDays(first, SLOT_DAYS) : before;
    if (until < first) refuse('request.invalid', { pointer: '/before' });
    const posts = [host, ...seconds.map(({ id }) => id)];
    const [hours, busy] = await Promise.all([this.availability.of(posts), this.busy.between(posts, first, until)]);
    const agendaOf = (id: Id): FreeBusy => ({
      postId: id,
      windows: hours.get(id)?.windows ?? [],
      busy: busy.filter((span) => span.postId === id).map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt })),
    });
    const parties = [[agendaOf(host)], ...(wanted ? [seconds.map(({ id }) => agendaOf(id))] : [])];
    const found = proposeSlots(parties, { minutes, buffer, from: earliest, until, place: place || undefined }, calendar);
    const items = found.map(({ postIds: [, second], ...slot }) => ({
      startsAt: slot.startsAt,
      minutes: slot.minutes,
      place: slot.place,
      hostId: host,
      withPostId: second ?? null,
      withName: seconds.find(({ id }) => id === second)?.name ?? null,
    }));
    return { said: [...hours.values()].every(({ said }) => said), items };
  }

  private seconds(withPostId: Id | undefined, withUnitId: Id | undefined, host: Id): Promise<{ id: Id; name: string }[]> {
    const { operatorId } = this.work.actor;
    return this.work.rows(SECONDS, [withPostId ?? null, withPostId ? null : (withUnitId ?? null), operatorId, host]);
  }
}

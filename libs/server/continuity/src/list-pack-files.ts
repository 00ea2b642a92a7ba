import { Injectable } from '@nestjs/common';
import { type Id, may } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';
import type { PackFileLine, PackFilePage, PackFilesQuery, ReceivedPack, ReceivedPackList } from './pack.messages';

const PAGE = 50;

const KNOWN = `select k.id from app.continuity_pack k where k.region = $1 and k.id = $2`;

const during = (at: string): string => `${at} between f.moved_at and coalesce(f.settled_at, $5)`;

/** What happened between the day on which the file went and the day on which it came back, or today. */
const MEANWHILE = `
  select json_agg(json_build_object('kind', h.kind, 'at', to_char(h.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by h.at desc)
  from (
    (select 'interview' as kind, i.happened_at as at from app.interview i
      where i.region = $1 and i.beneficiary_id = f.beneficiary_id and i.status = 'sealed' and ${during('i.happened_at')})
    union all
    (select 'appointment', a.starts_at from app.appointment a
      where a.region = $1 and a.beneficiary_id = f.beneficiary_id and a.status in ('honoured', 'no_show', 'excused')
        and ${during('a.starts_at')})
    union all
    (select 'action_done', t.done_at from app.action t where t.region = $1 and t.beneficiary_id = f.beneficiary_id and t.status = 'done'
      and ${during('t.done_at')})
    union all
    (select 'referral_sent', r.sent_at from app.referral r where r.region = $1 and r.beneficiary_id = f.beneficiary_id
      and ${during('r.sent_at')})
    order by at desc limit 8) h`;

/** The actions and meetings of the person that come next, as far as the reader may know them. */
const LINES = `
  select b.id as "beneficiaryId", coalesce(b.name_of_use, b.given_name) || ' ' || b.family_name as name, f.place, to_json(f.reasons) as reasons,
    f.leads, cardinality(f.referral_ids) as referrals, cardinality(f.action_ids) as actions, cardinality(f.appointment_ids) as appointments,
    f.clashes, step.words as "nextAction", step.due_on as "nextActionOn", meeting.starts_at as "nextAppointmentAt",
    s.given_name || ' ' || s.family_name as "toName", f.status, f.reason, to_json(f.stays) as stays,
    case when f.moved_at is null then '[]'::json else coalesce((${MEANWHILE}), '[]'::json) end as meanwhile
  from app.pack_file f
  left join app.beneficiary b on b.region = $1 and b.id = f.beneficiary_id
  left join lateral (select t.words, t.due_on from app.action t
    where t.region = $1 and t.beneficiary_id = f.beneficiary_id and t.status = 'open' order by t.due_on nulls last, t.id limit 1) step on true
  left join lateral (select a.starts_at from app.appointment a
    where a.region = $1 and a.beneficiary_id = f.beneficiary_id and a.status = 'planned' and a.starts_at > $5
    order by a.starts_at limit 1) meeting on true
  join app.post p on p.region = $1 and p.id = f.to_post_id
  join app.staff s on s.region = $1 and s.id = p.staff_id
  where f.region = $1 and f.pack_id = $2 and f.place > $3 and ($4::text is null or f.status = $4) and ($6::uuid is null or f.to_post_id = $6)
  order by f.place limit ${PAGE + 1}`;

const RECEIVED = `
  select f.pack_id as "packId", min(s.given_name || ' ' || s.family_name) as "fromName", count(*)::int as files, k.returns_on as "returnsOn"
  from app.pack_file f
  join app.continuity_pack k on k.region = $1 and k.id = f.pack_id
  join app.post p on p.region = $1 and p.id = k.post_id
  join app.staff s on s.region = $1 and s.id = p.staff_id
  where f.region = $1 and f.to_post_id = $2 and f.status = 'moved' and f.moved_at > $3::timestamptz - interval '60 days'
  group by f.pack_id, k.returns_on, k.moved_at order by max(f.moved_at) desc limit 20`;

const NAMELESS = { beneficiaryId: null, name: null, nextAction: null, nextActionOn: null, nextAppointmentAt: null, meanwhile: [] };

/** The files of a pack, the most fragile first, with what the one who takes must know at once. */
@Injectable()
export class ListPackFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** A page of them; `mine` are those that I take. A reading of names, journalled. */
  async execute(packId: Id, { status, after }: PackFilesQuery, mine = false): Promise<PackFilePage> {
    await this.work.found(KNOWN, [packId]);
    const of = [packId, Number(after ?? -1), status ?? null, this.clock.now(), mine ? this.work.actor.postId : null];
    const items = await this.work.rows<PackFileLine>(LINES, of);
    await this.journal.audit('pack.read', { objectType: 'continuity_pack', objectId: packId });
    const shown = items.slice(0, PAGE).map((line) => (this.readsNames ? line : { ...line, ...NAMELESS }));
    return { items: shown, next: items.length > PAGE ? String(shown.at(-1)?.place) : null };
  }

  /** An administrator sees what moves, not of whom. */
  private get readsNames(): boolean {
    return may(this.work.actor.role, 'beneficiary.show');
  }

  /** What I have from colleagues. */
  async received(): Promise<ReceivedPackList> {
    return { items: await this.work.rows<ReceivedPack>(RECEIVED, [this.work.actor.postId, this.clock.now()]) };
  }
}

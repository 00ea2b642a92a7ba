import type { CivilDate, Id, Instant, Referral, ReferralMove, ReferralState, Side, TransitionDetail } from '@relais/domain';
import { REFERRAL_COLUMNS } from './referral-columns';
import type { PacketContent, PacketSummary } from './packet.messages';

/** A referral with the names around it, as one row. */
export type Head = Referral & {
  readonly message: string;
  readonly included: Id[];
  readonly thenUnitIds: Id[];
  readonly summary: Partial<PacketSummary>;
  readonly openFileId: Id | null;
  readonly fileName: string | null;
  readonly fileBirthDate: CivilDate | null;
  readonly leadOperatorId: Id | null;
  readonly senderOperatorName: string;
  readonly senderUnitName: string;
  readonly senderPostName: string;
  readonly receiverOperatorName: string;
  readonly receiverUnitName: string;
  readonly claimedByName: string | null;
  readonly accountableName: string | null;
  readonly lines: { readonly actor: Id[]; readonly sender: Id[]; readonly receiver: Id[] };
};

/** One line of the log with the name of who made it. */
export type LogLine = {
  readonly sequence: number;
  readonly move: ReferralMove;
  readonly fromStatus: ReferralState;
  readonly toStatus: ReferralState;
  readonly actorKind: Side;
  readonly actorName: string | null;
  readonly unitName: string | null;
  readonly reason: string | null;
  readonly at: Instant;
  readonly detail: TransitionDetail;
};

/** A frozen pack. */
export type PackRow = {
  readonly id: Id;
  readonly number: number;
  readonly hash: string;
  readonly frozenAt: Instant;
  readonly content: PacketContent;
};

const nameOf = (staff: string): string => `${staff}.given_name || ' ' || ${staff}.family_name`;

const line = (unit: string): string => `coalesce((select json_agg(u.ancestor_id order by u.depth) from app.unit_ancestor u
    where u.region = $1 and u.unit_id = ${unit}), '[]'::json)`;

export const HEAD = `
  select ${REFERRAL_COLUMNS}, r.summary, b.id as "openFileId", coalesce(b.name_of_use, b.given_name) || ' ' || b.family_name as "fileName",
    b.birth_date as "fileBirthDate", coalesce(lp.operator_id, lu.operator_id) as "leadOperatorId",
    so.short_name as "senderOperatorName", su.name as "senderUnitName", ${nameOf('ss')} as "senderPostName",
    ro.short_name as "receiverOperatorName", ru.name as "receiverUnitName", ${nameOf('cs')} as "claimedByName",
    ${nameOf('acs')} as "accountableName",
    json_build_object('actor', ${line('$3')}, 'sender', ${line('r.sender_unit_id')}, 'receiver', ${line('r.receiver_unit_id')}) as lines
  from app.referral r
  left join app.beneficiary b on b.region = $1 and b.id = r.beneficiary_id
  left join app.post lp on lp.region = $1 and lp.id = b.lead_post_id
  left join app.unit lu on lu.region = $1 and lu.id = b.lead_unit_id
  join app.operator so on so.region = $1 and so.id = r.sender_operator_id
  join app.unit su on su.region = $1 and su.id = r.sender_unit_id
  join app.post sp on sp.region = $1 and sp.id = r.sender_post_id
  join app.staff ss on ss.region = $1 and ss.id = sp.staff_id
  join app.operator ro on ro.region = $1 and ro.id = r.receiver_operator_id
  join app.unit ru on ru.region = $1 and ru.id = r.receiver_unit_id
  left join app.post cp on cp.region = $1 and cp.id = r.claimed_by_post_id
  left join app.staff cs on cs.region = $1 and cs.id = cp.staff_id
  left join app.post ap on ap.region = $1 and ap.id = r.accountable_post_id
  left join app.staff acs on acs.region = $1 and acs.id = ap.staff_id
  where r.region = $1 and r.id = $2`;

export const LOG = `
  select t.sequence, t.move, t.from_status as "fromStatus", t.to_status as "toStatus", t.actor_kind as "actorKind",
    ${nameOf('s')} as "actorName", u.name as "unitName", t.reason, t.at, t.detail
  from app.referral_transition t
  left join app.post p on p.region = $1 and p.id = t.actor_post_id
  left join app.staff s on s.region = $1 and s.id = p.staff_id
  left join app.unit u on u.region = $1 and u.id = p.unit_id
  where t.region = $1 and t.referral_id = $2
  order by t.sequence`;

export const REMINDERS = `
  select milestone, at from app.referral_reminder where region = $1 and referral_id = $2 order by at desc, milestone limit 50`;

export const PACK = `
  select id, number, hash, frozen_at as "frozenAt", content from app.packet
  where region = $1 and referral_id = $2 order by number desc limit 1`;

export const MEETING = `
  select id, starts_at as "startsAt", minutes, place, status from app.appointment
  where region = $1 and referral_id = $2 order by starts_at desc limit 1`;

export const DESTINATIONS = `
  select u.id as "unitId", u.name as "unitName", o.short_name as "operatorName"
  from app.unit u join app.operator o on o.region = $1 and o.id = u.operator_id
  where u.region = $1 and u.id = any($2::uuid[]) and u.active and u.receives_referrals
  order by array_position($2::uuid[], u.id)`;

/** What came before this referral, up to ten steps, and what follows it, as far as the reader may see. */
export const CHAIN = `
  with recursive before as (
    select r.parent_id as id, 1 as step from app.referral r where r.region = $1 and r.id = $2
    union all
    select r.parent_id, before.step + 1 from before join app.referral r on r.region = $1 and r.id = before.id where before.step < 10
  )
  select r.id, case when r.parent_id = $2 then 'after' else 'before' end as place, o.short_name as "operatorName", u.name as "unitName",
    r.status, r.closure, r.outcome, r.decline_reason as "declineReason", coalesce(r.closed_at, r.status_since) as since
  from app.referral r
  join app.operator o on o.region = $1 and o.id = r.receiver_operator_id
  join app.unit u on u.region = $1 and u.id = r.receiver_unit_id
  where r.region = $1 and (r.id in (select id from before) or r.parent_id = $2)
  order by r.created_at, r.id limit 50`;

import type { Id, Instant, Referral, ReferralMove, ReferralState, Side } from '@relais/domain';
import type { NeedsRegion } from './coordination.messages';
import { columnsOf, REFERRAL_FIELDS } from './referral-columns';

/** A referral as the database lets a coordinator know it, with the names of its units where they may be told. */
export type Known = Omit<Referral, 'beneficiaryId' | 'outcomeNote' | 'packetId'> & {
  readonly fileNumber: string;
  readonly sharing: 'informed' | 'agreed' | 'opposed' | null;
  readonly why: NeedsRegion;
  readonly lastKind: Side | null;
  readonly lastBy: string;
  readonly senderUnitName: string | null;
  readonly senderOperatorName: string | null;
  readonly receiverUnitName: string | null;
  readonly receiverOperatorName: string | null;
};

/** One line of the log. */
export type KnownLine = {
  readonly sequence: number;
  readonly move: ReferralMove;
  readonly fromStatus: ReferralState;
  readonly toStatus: ReferralState;
  readonly actorKind: Side;
  readonly unitName: string | null;
  readonly reason: string | null;
  readonly declineReason: string | null;
  readonly alternatives: readonly Id[] | null;
  readonly at: Instant;
};

const HIDDEN = ['beneficiaryId', 'outcomeNote', 'packetId', 'message', 'included', 'thenUnitIds'];
const COLUMNS = columnsOf(REFERRAL_FIELDS.filter((name) => !HIDDEN.includes(name)));

const withUnits = (source: string): string => `
  select ${COLUMNS}, r.file_number as "fileNumber", r.sharing, r.why, r.last_kind as "lastKind",
    coalesce(lu.name || ' · ' || lo.short_name, '') as "lastBy",
    case when not so.sensitive then su.name end as "senderUnitName", case when not so.sensitive then so.short_name end as "senderOperatorName",
    case when not ro.sensitive then ru.name end as "receiverUnitName",
    case when not ro.sensitive then ro.short_name end as "receiverOperatorName"
  from ${source} r
  join app.unit su on su.region = $1 and su.id = r.sender_unit_id
  join app.operator so on so.region = $1 and so.id = r.sender_operator_id
  join app.unit ru on ru.region = $1 and ru.id = r.receiver_unit_id
  join app.operator ro on ro.region = $1 and ro.id = r.receiver_operator_id
  left join app.post lp on lp.region = $1 and lp.id = r.last_post_id
  left join app.unit lu on lu.region = $1 and lu.id = lp.unit_id
  left join app.operator lo on lo.region = $1 and lo.id = lp.operator_id and not lo.sensitive
  where r.region = $1`;

/** `$2` why, `$3` and `$4` the place after which to go on, `$5` how many. */
export const NEEDING = `${withUnits('app.list_for_coordination()')}
  and ($2::text is null or r.why = $2) and ($3::timestamptz is null or (r.status_since, r.id) > ($3::timestamptz, $4::uuid))
  order by r.status_since, r.id limit $5`;

/** How many there are for each reason. */
export const COUNTS = `select r.why, count(*)::int as count from app.list_for_coordination() r where r.region = $1 group by r.why`;

/** \`$2\` id, \`$3\` whether to lock it. */
export const ONE = withUnits('app.open_for_coordination($2, $3)');

/** Where what once needed the region stands now, and who was first. */
export const MOVED_ON = `
  select r.status as "to", r.last_kind as kind, coalesce(u.name || ' · ' || o.short_name, '') as by
  from app.moved_on_from_coordination($2) r
  left join app.post p on p.region = $1 and p.id = r.last_post_id
  left join app.unit u on u.region = $1 and u.id = p.unit_id
  left join app.operator o on o.region = $1 and o.id = p.operator_id and not o.sensitive`;

export const KNOWN_LOG = `
  select t.sequence, t.move, t.from_status as "fromStatus", t.to_status as "toStatus", t.actor_kind as "actorKind",
    case when not o.sensitive then u.name end as "unitName", t.reason, t.decline_reason as "declineReason", t.alternatives, t.at
  from app.log_for_coordination($2) t
  left join app.post p on p.region = $1 and p.id = t.actor_post_id
  left join app.unit u on u.region = $1 and u.id = p.unit_id
  left join app.operator o on o.region = $1 and o.id = p.operator_id
  order by t.sequence`;

export const WRITE = 'select app.write_for_coordination($2, $3, $4, $5, $6) as written from (select $1::text) as here (region)';

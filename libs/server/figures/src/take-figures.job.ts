import { Injectable } from '@nestjs/common';
import {
  type Agreement,
  answerDelays,
  contactDelays,
  daysOf,
  flowOf,
  lastQuarters,
  peopleOf,
  type PeopleFigure,
  type Quarter,
  type RegionCode,
  type SentReferral,
  startOfDay,
} from '@relais/domain';
import { Clock, RegionAgreement, UnitOfWork } from '@relais/server/kernel';

/** The quarter that runs, and a year behind it. */
const QUARTERS = 5;

const TAKEN = `select 1 from app.figure where region = $1 and period = 'now' and key = 'caseload' and taken_on >= $2`;

/** Below which number nothing is told: five, unless the agreement in force says otherwise. */
const THRESHOLD = `select coalesce((select (body->>'figuresThreshold')::int from app.agreement_setting
  where region = $1 and valid_from <= $2 order by version desc limit 1), 5) as threshold`;

const SENT = `
  select case when s.sensitive then 'other' else s.id::text end as "from", case when t.sensitive then 'other' else t.id::text end as "to",
    r.urgent, (select json_agg(json_build_object('to', l.to_status, 'at', to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'closure', l.detail->>'closure') order by l.sequence)
      from app.referral_transition l where l.region = $1 and l.referral_id = r.id) as log
  from app.referral r
  join app.operator s on s.region = $1 and s.id = r.sender_operator_id
  join app.operator t on t.region = $1 and t.id = r.receiver_operator_id
  where r.region = $1 and r.sent_at >= $2 and r.sent_at < $3`;

const OPERATOR = `case when o.sensitive then 'other' else o.id::text end`;

/** People with an open support: by operator, and once for the region (the row without operator). */
const CASELOAD = `
  select ${OPERATOR} as operator, count(distinct s.beneficiary_id)::int as count, null::int as "oldestDays"
  from app.support s join app.operator o on o.region = $1 and o.id = s.operator_id
  where s.region = $1 and s.opened_on <= $2::date and (s.closed_on is null or s.closed_on > $2::date)
  group by grouping sets ((${OPERATOR}), ())`;

/** Active files that stand in a unit's queue, and for how many days the oldest. */
const UNASSIGNED = `
  select ${OPERATOR} as operator, count(*)::int as count, max($2::date - (t.since at time zone $3)::date) as "oldestDays"
  from app.beneficiary b
  join app.unit u on u.region = $1 and u.id = b.lead_unit_id
  join app.operator o on o.region = $1 and o.id = u.operator_id
  join app.lead_tenure t on t.region = $1 and t.beneficiary_id = b.id and t.until is null
  where b.region = $1 and b.status = 'active'
  group by grouping sets ((${OPERATOR}), ())`;

const KEEP = `
  insert into app.figure (region, period, key, taken_on, taken_at, threshold, body) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (region, period, key) do update set taken_on = excluded.taken_on, taken_at = excluded.taken_at,
    threshold = excluded.threshold, body = excluded.body`;

type PeopleRow = { readonly operator: string | null; readonly count: number; readonly oldestDays: number | null };

/**
 * Takes the figures of a region once a day, in its own time zone, from the referrals' logs and from the files. Small cells are
 * hidden before anything is written: the table never holds what may not be told. Source: domain.md §6.
 */
@Injectable()
export class TakeFigures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
  ) {}

  /** One round for one region; whether figures were taken. */
  execute(region: RegionCode): Promise<boolean> {
    return this.work.write({ region, system: true }, async () => {
      const today = this.clock.today(region);
      if (await this.work.row(TAKEN, [today])) return false;
      const agreement = await this.agreement.inForce();
      const { threshold } = await this.work.found<{ threshold: number }>(THRESHOLD, [this.clock.now()]);
      const keep = (period: Quarter | 'now', key: string, body: object): Promise<object[]> =>
        this.work.rows(KEEP, [period, key, today, this.clock.now(), threshold, JSON.stringify(body)]);
      await keep('now', 'caseload', people(await this.work.rows<PeopleRow>(CASELOAD, [today]), threshold));
      await keep('now', 'unassigned', people(await this.work.rows<PeopleRow>(UNASSIGNED, [today, agreement.calendar.timeZone]), threshold));
      for (const quarter of lastQuarters(today, QUARTERS)) {
        const sent = await this.sentIn(quarter, agreement);
        await keep(quarter, 'flow', flowOf(sent, threshold));
        await keep(quarter, 'answer_delay', { rows: answerDelays(sent, threshold, agreement) });
        await keep(quarter, 'first_contact_delay', { rows: contactDelays(sent, threshold) });
      }
      return true;
    });
  }

  private sentIn(quarter: Quarter, { calendar: { timeZone } }: Agreement): Promise<SentReferral[]> {
    const { from, until } = daysOf(quarter);
    return this.work.rows<SentReferral>(SENT, [startOfDay(from, timeZone), startOfDay(until, timeZone)]);
  }
}

/** People by operator with the age of the oldest, which is told only with their number. */
function people(rows: readonly PeopleRow[], threshold: number): PeopleFigure & { readonly oldestDays: number | null } {
  const byOperator = rows.flatMap(({ operator, count }) => (operator === null ? [] : [[operator, count] as const]));
  const all = rows.find(({ operator }) => operator === null);
  const figure = peopleOf(new Map(byOperator), all?.count ?? 0, threshold);
  const oldest = (count: number | null, row: PeopleRow | undefined): number | null => (count === null ? null : (row?.oldestDays ?? null));
  return {
    ...figure,
    oldestDays: oldest(figure.total, all),
    rows: figure.rows.map((line) => ({
      ...line,
      oldestDays: oldest(
        line.count,
        rows.find(({ operator }) => operator === line.operator),
      ),
    })),
  };
}

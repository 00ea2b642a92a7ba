import { Injectable } from '@nestjs/common';
import type { CivilDate, Instant, Quarter } from '@relais/domain';
import { UnitOfWork } from '@relais/server/kernel';
import type { AnswerDelayLine, ContactDelayLine, FigureOperator, FiguresView, FlowView, PeopleFigureView } from './figures.messages';

type Row = {
  readonly periods: Quarter[];
  readonly period: Quarter;
  readonly takenOn: CivilDate;
  readonly takenAt: Instant;
  readonly threshold: number;
  readonly bodies: {
    readonly caseload?: PeopleFigureView;
    readonly unassigned?: PeopleFigureView;
    readonly flow?: FlowView;
    readonly answer_delay?: { rows: AnswerDelayLine[] };
    readonly first_contact_delay?: { rows: ContactDelayLine[] };
  };
  readonly operators: FigureOperator[];
};

/** The figures of one quarter with those of today, in one round trip; `$2` the quarter asked, or null for the latest. */
const FIGURES = `
  with told as (select f.period, f.key, f.taken_on, f.taken_at, f.threshold, f.body from app.figure f where f.region = $1),
  quarters as (select distinct t.period from told t where t.period <> 'now'),
  asked as (select coalesce((select q.period from quarters q where q.period = $2), (select max(q.period) from quarters q)) as period)
  select a.period, (select json_agg(q.period order by q.period desc) from quarters q) as periods,
    max(t.taken_on)::text as "takenOn", max(t.taken_at) as "takenAt", max(t.threshold) as threshold, json_object_agg(t.key, t.body) as bodies,
    (select coalesce(json_agg(json_build_object('key', case when o.sensitive then 'other' else o.id::text end, 'id',
        case when o.sensitive then null else o.id end, 'name', case when o.sensitive then null else o.short_name end) order by o.short_name), '[]')
      from (select distinct on (case when o.sensitive then 'other' else o.id::text end) o.* from app.operator o where o.region = $1) o) as operators
  from asked a join told t on t.period in (a.period, 'now')
  group by a.period`;

const NOTHING_YET: FiguresView = {
  period: null,
  periods: [],
  takenOn: null,
  takenAt: null,
  threshold: null,
  operators: [],
  caseload: null,
  unassigned: null,
  flow: null,
  answerDelays: [],
  contactDelays: [],
};

/** Shows what the worker took: nothing is counted here, so that no request can ask for less than a region. */
@Injectable()
export class ShowFigures {
  constructor(private readonly work: UnitOfWork) {}

  async execute(period?: Quarter): Promise<FiguresView> {
    const row = await this.work.row<Row>(FIGURES, [period ?? null]);
    if (!row) return NOTHING_YET;
    const { bodies, ...head } = row;
    return {
      ...head,
      caseload: bodies.caseload ?? null,
      unassigned: bodies.unassigned ?? null,
      flow: bodies.flow ?? null,
      answerDelays: bodies.answer_delay?.rows ?? [],
      contactDelays: bodies.first_contact_delay?.rows ?? [],
    };
  }
}

import { Injectable } from '@nestjs/common';
import { type Id, plusMinutes, type RegionCode } from '@relais/domain';
import { Clock, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import { type Answered, DELAY_DAYS, FEWEST_ANSWERS, usualAnswerDays } from './answer-delay';

const ANSWERED = `select r.receiver_unit_id as "unitId", r.sent_at as "sentAt", min(t.at) as "answeredAt"
  from app.referral r
  join app.referral_transition t on t.region = $1 and t.referral_id = r.id and t.move in ('accept', 'waitlist', 'decline')
  where r.region = $1 and r.sent_at >= $2
  group by r.receiver_unit_id, r.id, r.sent_at`;

const KEEP = `update app.unit u set usual_answer_days = d.days
  from app.unit v left join unnest($2::uuid[], $3::float8[]) as d (unit_id, days) on d.unit_id = v.id
  where u.region = $1 and v.region = $1 and v.id = u.id and u.usual_answer_days is distinct from d.days`;

const FORGET = 'delete from app.unit_theme_answer where region = $1';
const COUNT = `insert into app.unit_theme_answer (region, unit_id, theme, answered, accepted)
  select $1, r.receiver_unit_id, r.theme, count(*)::int, count(*) filter (where r.accepted_at is not null)::int
  from app.referral r
  where r.region = $1 and r.sent_at >= $2 and (r.accepted_at is not null or r.closure = 'declined')
  group by r.receiver_unit_id, r.theme having count(*) >= $3`;

/** Measures, for every unit of a region, how long its answers usually take and what it accepts of each theme; each round starts from the referrals themselves. */
@Injectable()
export class MeasureAnswerDelays {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
  ) {}

  /** One round for one region. */
  async execute(region: RegionCode): Promise<void> {
    await this.work.write({ region, system: true }, async () => {
      const { calendar } = await this.agreement.inForce();
      const since = plusMinutes(this.clock.now(), -DELAY_DAYS * 24 * 60);
      const rows = await this.work.rows<Answered & { unitId: Id }>(ANSWERED, [since]);
      const measured = [...Map.groupBy(rows, ({ unitId }) => unitId)].flatMap(([unitId, answers]) => {
        const days = usualAnswerDays(answers, calendar);
        return days === undefined ? [] : [{ unitId, days }];
      });
      await this.work.rows(KEEP, [measured.map(({ unitId }) => unitId), measured.map(({ days }) => days)]);
      await this.work.rows(FORGET, []);
      await this.work.rows(COUNT, [since, FEWEST_ANSWERS]);
    });
  }
}

import { Injectable } from '@nestjs/common';
import {
  CLOCK_STEPS_TAKEN,
  type ClockKind,
  type ClockListener,
  type ClockMilestone,
  CLOCKS,
  CLOCKS_OF_LEAD,
  type Id,
  type NoticeAudience,
} from '@relais/domain';
import { type EventConsumer, type HappenedEvent, OnEvents, UnitOfWork } from '@relais/server/kernel';
import { type OneOfMany, TellPosts } from './tell-posts';
import { WhoIsTold } from './who-is-told';

/** The steps of a batch with who answers: the lead of an active file for some kinds (`$3`), whoever noted it for the others. */
const STEPS = `
  select s.milestone, c.kind, c.beneficiary_id as "beneficiaryId", b.file_number as "fileNumber",
    case when p.active then p.id end as "postId", coalesce(case when l.leads then b.lead_unit_id end, p.unit_id, c.unit_id) as "unitId"
  from app.clock_step s
  join app.clock c on c.region = $1 and c.id = s.clock_id and c.status in ('running', 'paused')
  join app.beneficiary b on b.region = $1 and b.id = c.beneficiary_id
  cross join lateral (select b.status = 'active' and c.kind = any($3::text[]) as leads) l
  left join app.post p on p.region = $1 and p.id = case when l.leads then b.lead_post_id else c.post_id end
  where s.region = $1 and s.batch_id = $2`;

type Step = {
  readonly milestone: ClockMilestone;
  readonly kind: ClockKind;
  readonly beneficiaryId: Id;
  readonly fileNumber: string;
  readonly postId: Id | null;
  readonly unitId: Id;
};

const AUDIENCES = { answers: 'referent', unit_lead: 'lead', coordinator: 'coordinator' } as const satisfies Record<
  ClockListener,
  NoticeAudience
>;

/** A batch of clocks took their steps: those whom each date is for are told, in one message to the database. */
@Injectable()
@OnEvents(CLOCK_STEPS_TAKEN)
export class OnClockSteps implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly who: WhoIsTold,
    private readonly posts: TellPosts,
  ) {}

  async execute(event: HappenedEvent): Promise<void> {
    const steps = await this.work.rows<Step>(STEPS, [event.payload['batchId'], CLOCKS_OF_LEAD]);
    const units = [...new Set(steps.map(({ unitId }) => unitId))];
    const [teams, leads] = [await this.who.teamsOf(units), await this.who.leadsOf(units)];
    const coordinators = await this.who.coordinators();
    const told = steps.flatMap((step): OneOfMany[] => {
      const listeners: Readonly<Record<ClockListener, readonly Id[]>> = {
        answers: step.postId ? [step.postId] : (teams.get(step.unitId) ?? []),
        unit_lead: leads.get(step.unitId) ?? [],
        coordinator: coordinators,
      };
      const kind = step.milestone === 'soon' || step.milestone === 'pause_over' ? 'clock.soon' : 'clock.due';
      const { beneficiaryId, fileNumber } = step;
      const about = { kind, detail: `${step.kind}.${step.milestone}`, beneficiaryId, fileNumber } as const;
      return whomOf(step).flatMap((listener) => listeners[listener].map((postId) => ({ ...about, postId, audience: AUDIENCES[listener] })));
    });
    await this.posts.many(event, firstOfEach(told));
  }
}

/** Who hears of a step: as the table of clocks says; the end of a pause is for whoever answers. */
function whomOf({ kind, milestone }: Step): readonly ClockListener[] {
  return CLOCKS[kind].dates.find(({ name }) => name === milestone)?.tells ?? ['answers'];
}

/** A lead who answers is told once of a step. */
function firstOfEach(told: readonly OneOfMany[]): readonly OneOfMany[] {
  return [...new Map(told.toReversed().map((one) => [`${one.postId} ${one.beneficiaryId} ${one.detail}`, one])).values()].toReversed();
}

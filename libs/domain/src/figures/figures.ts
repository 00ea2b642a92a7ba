import type { Agreement } from '../clocks/agreement-settings';
import type { ReferralState } from '../referrals/vocabulary';
import { ALL, cellOf, cubeOf } from './cube';
import { answerMinutes, answerTarget, asWorkingDays, firstContactDays, quantile, type Step } from './delays';
import { hiddenCells, type Table } from './hidden-cells';

/** A count that may be told, or null: too small, or it would give a small one away. */
export type Told = number | null;

/** Where a referral stands, for the figures. */
export const STANDINGS = ['waiting', 'waitlisted', 'accepted', 'in_progress', 'completed', 'declined', 'ended'] as const;

/** Where a referral stands, for the figures. */
export type StandingOfReferral = (typeof STANDINGS)[number];

/** Within how many days of sending the person was met; `open`: not yet, or never. */
export const CONTACT_BANDS = ['d15', 'd30', 'd45', 'later', 'open'] as const;

/** A referral as the figures see it: two operators, its log, and nothing of the person. */
export type SentReferral = { readonly from: string; readonly to: string; readonly urgent: boolean; readonly log: readonly Step[] };

/** Sent referrals of a period by pair of operators and standing. Source: domain.md §6, referral_flow. */
export type FlowFigure = {
  readonly sent: Told;
  readonly byStanding: Readonly<Record<StandingOfReferral, Told>>;
  readonly senders: readonly { readonly operator: string; readonly sent: Told }[];
  readonly receivers: readonly {
    readonly operator: string;
    readonly received: Told;
    readonly byStanding: Readonly<Record<StandingOfReferral, Told>>;
  }[];
  readonly pairs: readonly {
    readonly from: string;
    readonly to: string;
    readonly sent: Told;
    readonly byStanding: Readonly<Record<StandingOfReferral, Told>>;
  }[];
};

/** A row of a delay by receiving operator; `operator` is {@link ALL} for the region. Delays in working days (answer) or days (first contact). */
export type DelayRow<Band extends string> = {
  readonly operator: string;
  readonly sent: Told;
  readonly bands: Readonly<Record<Band, Told>>;
  readonly median: Told;
  readonly p90: Told;
};

/** Counts people once per operator, and once for the region. Source: domain.md §6, active_caseload and unassigned. */
export type PeopleFigure = { readonly total: Told; readonly rows: readonly { readonly operator: string; readonly count: Told }[] };

/** Where the last line of a log leaves a referral. */
export function standingOfLog(log: readonly Step[]): StandingOfReferral {
  const last = log.at(-1);
  if (last?.to === 'closed') return last.closure === 'completed' || last.closure === 'declined' ? last.closure : 'ended';
  return last === undefined ? 'waiting' : LIVE[last.to as Exclude<ReferralState, 'closed'>];
}

const LIVE: Readonly<Record<Exclude<ReferralState, 'closed'>, StandingOfReferral>> = {
  draft: 'waiting',
  held: 'waiting',
  sent: 'waiting',
  received: 'waiting',
  info_needed: 'waiting',
  decline_pending: 'waiting',
  waitlisted: 'waitlisted',
  accepted: 'accepted',
  in_progress: 'in_progress',
  on_hold: 'in_progress',
  cancel_requested: 'in_progress',
  result_posted: 'in_progress',
};

/** The flow of a period, small cells hidden. */
export function flowOf(referrals: readonly SentReferral[], threshold: number): FlowFigure {
  const tell = teller(cubeOf(referrals.map(({ from, to, log }) => [from, to, standingOfLog(log)])), threshold);
  const byStanding = (from: string, to: string) => recordOf(STANDINGS, (standing) => tell(from, to, standing));
  const [senders, receivers] = [wordsOf(referrals, ({ from }) => from), wordsOf(referrals, ({ to }) => to)];
  return {
    sent: tell(ALL, ALL, ALL),
    byStanding: byStanding(ALL, ALL),
    senders: senders.map((operator) => ({ operator, sent: tell(operator, ALL, ALL) })),
    receivers: receivers.map((operator) => ({ operator, received: tell(ALL, operator, ALL), byStanding: byStanding(ALL, operator) })),
    pairs: senders.flatMap((from) =>
      receivers
        .filter((to) => tell(from, to, ALL) !== 0)
        .map((to) => ({ from, to, sent: tell(from, to, ALL), byStanding: byStanding(from, to) })),
    ),
  };
}

/** Bands of an answer: within the service level of the agreement, later, not yet. */
export const ANSWER_BANDS = ['in_time', 'late', 'waiting'] as const;

/** How long receivers take to answer, in working days, the region first. */
export function answerDelays(
  referrals: readonly SentReferral[],
  threshold: number,
  agreement: Agreement,
): readonly DelayRow<(typeof ANSWER_BANDS)[number]>[] {
  const facts = referrals.map(({ to, urgent, log }) => {
    const minutes = answerMinutes(log, agreement);
    const band = minutes === undefined ? 'waiting' : minutes <= answerTarget(urgent, agreement) ? 'in_time' : 'late';
    return { to, band, delay: minutes === undefined ? undefined : asWorkingDays(minutes, agreement) } as const;
  });
  return delayRows(ANSWER_BANDS, ['in_time', 'late'], facts, threshold);
}

/** How long until the person is met, in days, the region first. */
export function contactDelays(referrals: readonly SentReferral[], threshold: number): readonly DelayRow<(typeof CONTACT_BANDS)[number]>[] {
  const facts = referrals.map(({ to, log }) => {
    const delay = firstContactDays(log);
    const band = delay === undefined ? 'open' : delay <= 15 ? 'd15' : delay <= 30 ? 'd30' : delay <= 45 ? 'd45' : 'later';
    return { to, band, delay } as const;
  });
  return delayRows(CONTACT_BANDS, ['d15', 'd30', 'd45', 'later'], facts, threshold);
}

/** People by operator. Somebody may stand with several: the region counts them once, so its total is no sum. */
export function peopleOf(counts: ReadonlyMap<string, number>, total: number, threshold: number): PeopleFigure {
  const parts = [...counts.keys()].sort();
  const table = { counts: new Map([...counts, [ALL, total]]), lines: [{ parts, total: ALL, loose: true }] };
  const tell = teller(table, threshold);
  return { total: tell(ALL), rows: parts.map((operator) => ({ operator, count: tell(operator) })) };
}

function delayRows<Band extends string>(
  bands: readonly Band[],
  settled: readonly Band[],
  facts: readonly { readonly to: string; readonly band: Band; readonly delay: number | undefined }[],
  threshold: number,
): readonly DelayRow<Band>[] {
  const tell = teller(cubeOf(facts.map(({ to, band }) => [to, band])), threshold);
  return [ALL, ...wordsOf(facts, ({ to }) => to)].map((operator) => {
    const delays = facts.flatMap(({ to, delay }) => (delay !== undefined && (operator === ALL || to === operator) ? [delay] : []));
    // A delay speaks of those who were answered: it is told only when their number is.
    const counted = settled.every((band) => tell(operator, band) !== null) && delays.length >= threshold;
    return {
      operator,
      sent: tell(operator, ALL),
      bands: recordOf(bands, (band) => tell(operator, band)),
      median: counted ? (quantile(delays, 0.5) ?? null) : null,
      p90: counted ? (quantile(delays, 0.9) ?? null) : null,
    };
  });
}

function teller(table: Table, threshold: number): (...words: readonly string[]) => Told {
  const hidden = hiddenCells(table, threshold);
  return (...words) => (hidden.has(cellOf(...words)) ? null : (table.counts.get(cellOf(...words)) ?? 0));
}

function recordOf<Word extends string, T>(words: readonly Word[], of: (word: Word) => T): Readonly<Record<Word, T>> {
  return Object.fromEntries(words.map((word) => [word, of(word)])) as Record<Word, T>;
}

function wordsOf<T>(facts: readonly T[], of: (fact: T) => string): readonly string[] {
  return [...new Set(facts.map(of))].sort();
}

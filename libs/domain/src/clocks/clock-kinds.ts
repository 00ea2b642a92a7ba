/** The dated obligations towards a person, referral waits apart. Source: domain.md §4, "Clocks". */
export const CLOCK_KINDS = [
  'return_to_training',
  'minor_without_solution',
  'contract_after_orientation',
  'goals_review',
  'exit_3_months',
  'exit_6_months',
] as const;

/** A dated obligation towards a person. */
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** How long a clock runs; a due day that nobody works on is the next working day. */
export type ClockSpan = { readonly amount: number; readonly unit: 'working_day' | 'day' | 'month' };

/** What meets a clock: a two-way interview, an honoured appointment, the honoured convocation, or what a professional attests. */
export const CLOCK_WAYS = ['interview', 'appointment', 'convocation', 'contract', 'review', 'follow_up', 'solution'] as const;

/** What meets a clock. */
export type ClockWay = (typeof CLOCK_WAYS)[number];

/** What must be at hand to pause a clock: the kind of paper that proves it. */
export const PAUSE_PROOFS = ['medical', 'maternity', 'detention', 'abroad', 'person_writing'] as const;

/** The paper that proves a pause. */
export type PauseProof = (typeof PAUSE_PROOFS)[number];

/** Dates of a clock on which somebody is told; `pause_over` is the end of a pause. */
export const CLOCK_MILESTONES = ['soon', 'due', 'late', 'escalated', 'pause_over'] as const;

/** A date of a clock. */
export type ClockMilestone = (typeof CLOCK_MILESTONES)[number];

/** Who is told: the post that answers (or its team), the lead of its unit, the coordinator of the region (a file number, never a name). */
export type ClockListener = 'answers' | 'unit_lead' | 'coordinator';

/** One date of a clock: days before (negative) or after its due day. */
export type ClockDate = {
  readonly name: Exclude<ClockMilestone, 'pause_over'>;
  readonly days: number;
  readonly tells: readonly ClockListener[];
};

/** Everything that a kind of clock settles. */
export type ClockRule = {
  readonly span: ClockSpan;
  /** Where it comes from; the reference is shown as it stands. Law is to be confirmed by whoever answers for data protection. */
  readonly source: { readonly basis: 'law' | 'agreement'; readonly reference: string };
  /** Events that start it; none: a professional notes it. */
  readonly startedBy: readonly string[];
  readonly byHand: boolean;
  /** Ages between which it may start, both included. */
  readonly ages?: { readonly from: number; readonly to: number };
  readonly needsRepresentative: boolean;
  /** Who answers: the lead of the file, or whoever noted it. */
  readonly answers: 'lead' | 'opener';
  /** Proofs with which it may be paused; none: it never is. */
  readonly pauses: readonly PauseProof[];
  readonly metBy: readonly ClockWay[];
  /** Ways that a professional attests by hand; the others follow from what happens. */
  readonly attested: readonly ClockWay[];
  /** Days before the due day from which something meets it; anything since the start when not said. */
  readonly metFrom?: number;
  readonly dates: readonly ClockDate[];
};

/** The event that tells a whole batch of steps: it carries the batch alone. */
export const CLOCK_STEPS_TAKEN = 'clock.steps_taken';

/** The longest that a clock may be paused at once, in days. */
export const LONGEST_PAUSE = 183;

/** The agreement of the region, as a source. */
export const REGIONAL_AGREEMENT = 'Convention régionale du service public de l’orientation';

const watched = (soon: number, late: number, escalated: number): readonly ClockDate[] => [
  { name: 'soon', days: -soon, tells: ['answers'] },
  { name: 'due', days: 0, tells: ['answers'] },
  { name: 'late', days: late, tells: ['answers', 'unit_lead'] },
  { name: 'escalated', days: escalated, tells: ['unit_lead', 'coordinator'] },
];

const calm = (soon: number, late: number): readonly ClockDate[] => [
  { name: 'soon', days: -soon, tells: ['answers'] },
  { name: 'due', days: 0, tells: ['answers'] },
  { name: 'late', days: late, tells: ['answers', 'unit_lead'] },
];

const exit = (months: number): ClockRule => ({
  span: { amount: months, unit: 'month' },
  source: { basis: 'agreement', reference: REGIONAL_AGREEMENT },
  startedBy: ['beneficiary.closed'],
  byHand: false,
  needsRepresentative: false,
  answers: 'opener',
  pauses: [],
  metBy: ['follow_up'],
  attested: ['follow_up'],
  metFrom: 30,
  dates: calm(14, 14),
});

/** The one table of clocks: rule, source, start, due date, pause, what meets it, who is told when. Source: domain.md §4. */
export const CLOCKS: Readonly<Record<ClockKind, ClockRule>> = {
  return_to_training: {
    span: { amount: 15, unit: 'day' },
    source: { basis: 'law', reference: 'Code de l’éducation, art. L. 122-2 et D. 122-3-1 et suivants (droit au retour en formation)' },
    startedBy: [],
    byHand: true,
    ages: { from: 16, to: 25 },
    needsRepresentative: false,
    answers: 'opener',
    pauses: ['medical', 'person_writing'],
    metBy: ['interview', 'appointment', 'solution'],
    attested: ['solution'],
    dates: watched(5, 1, 5),
  },
  minor_without_solution: {
    span: { amount: 2, unit: 'month' },
    source: {
      basis: 'law',
      reference: 'Code de l’éducation, art. L. 114-1 et décret n° 2020-978 du 5 août 2020 (obligation de formation)',
    },
    startedBy: [],
    byHand: true,
    ages: { from: 16, to: 17 },
    needsRepresentative: true,
    answers: 'lead',
    pauses: ['medical', 'detention', 'abroad'],
    metBy: ['convocation', 'solution'],
    attested: ['solution'],
    dates: watched(21, 3, 10),
  },
  contract_after_orientation: {
    span: { amount: 1, unit: 'month' },
    source: { basis: 'law', reference: 'Code du travail, art. L. 5411-6 (contrat d’engagement, loi n° 2023-1196 du 18 décembre 2023)' },
    startedBy: [],
    byHand: true,
    needsRepresentative: false,
    answers: 'lead',
    pauses: ['medical', 'maternity', 'detention', 'person_writing'],
    metBy: ['contract', 'solution'],
    attested: ['contract', 'solution'],
    dates: watched(7, 3, 10),
  },
  goals_review: {
    span: { amount: 6, unit: 'month' },
    source: { basis: 'agreement', reference: REGIONAL_AGREEMENT },
    startedBy: ['goal.set', 'plan.reviewed'],
    byHand: false,
    needsRepresentative: false,
    answers: 'lead',
    pauses: ['medical', 'maternity', 'detention', 'person_writing'],
    metBy: ['review'],
    attested: ['review'],
    dates: calm(14, 21),
  },
  exit_3_months: exit(3),
  exit_6_months: exit(6),
};

/** Kinds that a professional may note by hand, in the order of the table. */
export const CLOCKS_BY_HAND = CLOCK_KINDS.filter((kind) => CLOCKS[kind].byHand);

/** Kinds for which the lead of the file answers, whoever noted them. */
export const CLOCKS_OF_LEAD = CLOCK_KINDS.filter((kind) => CLOCKS[kind].answers === 'lead');

/** Kinds that something meets, such as a sealed interview. */
export function clocksMetBy(way: ClockWay): readonly ClockKind[] {
  return CLOCK_KINDS.filter((kind) => CLOCKS[kind].metBy.includes(way));
}

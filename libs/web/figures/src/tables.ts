import type { AnswerDelayLine, ContactDelayLine, FlowView, PeopleFigureView, StandingCounts } from '@relais/api-client';
import type { BarRow, FigureTable } from '@relais/web/ui';

/** Says words of the area, and numbers in the reader's language. */
export type Speech = {
  readonly t: (key: string, values?: Record<string, unknown>) => string;
  readonly number: (value: number) => string;
  readonly name: (operator: string) => string;
};

/** The operator that stands for the whole region. */
export const WHOLE = '*';

const STANDINGS = [
  'waiting',
  'waitlisted',
  'accepted',
  'in_progress',
  'completed',
  'declined',
  'ended',
] as const satisfies readonly (keyof StandingCounts)[];
const ANSWERS = ['in_time', 'late', 'waiting'] as const satisfies readonly (keyof AnswerDelayLine['bands'])[];
const CONTACTS = ['d15', 'd30', 'd45', 'later', 'open'] as const satisfies readonly (keyof ContactDelayLine['bands'])[];

/** Share of `part` in `whole`, in percent; nothing when one of them is not told. */
export function percent(part: number | null, whole: number | null): number | null {
  return part === null || !whole ? null : Math.round((part / whole) * 100);
}

/** Several numbers together; nothing when one of them is not told. */
export function together(...numbers: readonly (number | null)[]): number | null {
  return numbers.reduce<number | null>((sum, number) => (sum === null || number === null ? null : sum + number), 0);
}

/** Referrals by pair of operators and standing. */
export function flowTable(flow: FlowView, { t, name }: Speech): FigureTable {
  const line = (from: string, to: string, sent: number | null, by: StandingCounts) => [
    from,
    to,
    sent,
    ...STANDINGS.map((each) => by[each]),
  ];
  return {
    columns: [t('figures.from'), t('figures.to'), t('figures.sent'), ...STANDINGS.map((each) => t(`figures.standing.${each}`))],
    rows: [
      line(t('figures.region'), t('figures.region'), flow.sent, flow.byStanding),
      ...flow.pairs.map(({ from, to, sent, byStanding }) => line(name(from), name(to), sent, byStanding)),
    ],
  };
}

/** People by operator, the region first. */
export function peopleTable({ total, oldestDays, rows }: PeopleFigureView, { t, name }: Speech, withAge: boolean): FigureTable {
  const age = (days: number | null): (number | null)[] => (withAge ? [days] : []);
  return {
    columns: [t('figures.operator'), t('figures.people'), ...(withAge ? [t('figures.oldest')] : [])],
    rows: [[t('figures.region'), total, ...age(oldestDays)], ...rows.map((row) => [name(row.operator), row.count, ...age(row.oldestDays)])],
  };
}

/** People by operator as bars, the largest first. */
export function peopleBars({ rows }: PeopleFigureView, { t, number, name }: Speech): readonly BarRow[] {
  return [...rows]
    .sort((one, other) => (other.count ?? -1) - (one.count ?? -1))
    .map(({ operator, count, oldestDays }) => ({
      label: name(operator),
      parts: [{ value: count, label: t('figures.people'), tone: 1 }],
      said:
        count === null
          ? t('figures.notTold')
          : oldestDays === null
            ? number(count)
            : t('figures.countAndAge', { count: number(count), days: oldestDays }),
    }));
}

/** How long answers take, by receiver. */
export function answerTable(lines: readonly AnswerDelayLine[], { t, name }: Speech): FigureTable {
  return {
    columns: [
      t('figures.receiver'),
      t('figures.sent'),
      ...ANSWERS.map((band) => t(`figures.answer.${band}`)),
      t('figures.answer.median'),
      t('figures.answer.p90'),
    ],
    rows: lines.map((line) => [
      nameOf(line.operator, t, name),
      line.sent,
      ...ANSWERS.map((band) => line.bands[band]),
      line.median,
      line.p90,
    ]),
  };
}

/** How long answers take, as bars: the region, then the slowest first. */
export function answerBars(lines: readonly AnswerDelayLine[], speech: Speech): readonly BarRow[] {
  return delayBars(lines, ANSWERS, 'answer', 'figures.workingDays', speech);
}

/** How long until people are met, by receiver. */
export function contactTable(lines: readonly ContactDelayLine[], { t, name }: Speech): FigureTable {
  return {
    columns: [
      t('figures.receiver'),
      t('figures.sent'),
      ...CONTACTS.map((band) => t(`figures.contact.${band}`)),
      t('figures.contact.median'),
      t('figures.contact.p90'),
    ],
    rows: lines.map((line) => [
      nameOf(line.operator, t, name),
      line.sent,
      ...CONTACTS.map((band) => line.bands[band]),
      line.median,
      line.p90,
    ]),
  };
}

/** How long until people are met, as bars. */
export function contactBars(lines: readonly ContactDelayLine[], speech: Speech): readonly BarRow[] {
  return delayBars(lines, CONTACTS, 'contact', 'figures.days', speech);
}

function delayBars<Band extends string>(
  lines: readonly { readonly operator: string; readonly bands: Readonly<Record<Band, number | null>>; readonly median: number | null }[],
  bands: readonly Band[],
  kind: string,
  unit: string,
  { t, number, name }: Speech,
): readonly BarRow[] {
  const order = (line: { readonly operator: string; readonly median: number | null }): number => line.median ?? -1;
  // The region has its own scale, and its tile: the bars compare operators.
  return lines
    .filter(({ operator }) => operator !== WHOLE)
    .sort((one, other) => order(other) - order(one))
    .map((line) => ({
      label: name(line.operator),
      parts: bands.map((band, at) => ({ value: line.bands[band], label: t(`figures.${kind}.${band}`), tone: at + 1 })),
      said: line.median === null ? t('figures.notTold') : t(unit, { count: line.median, said: number(line.median) }),
    }));
}

function nameOf(operator: string, t: Speech['t'], name: Speech['name']): string {
  return operator === WHOLE ? t('figures.region') : name(operator);
}

import { availableParallelism } from 'node:os';
import type { CpuPerRequest } from './cpu';

/** How long a kind of request took, in milliseconds, and the processor time of one. */
export type Timing = {
  readonly name: string;
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly cpu: CpuPerRequest | undefined;
};

/** How well the variants of names are found. Shares, 0–1. */
export type Accuracy = {
  readonly variants: number;
  readonly nearMisses: number;
  readonly recall: number;
  readonly first: number;
  readonly precision: number;
};

/** All that `docs/benchmarks.md` tells. */
export type Measured = {
  readonly people: number;
  readonly counsellors: number;
  readonly postgres: string;
  /** Load average of the machine over the minute before, and over the last minute of the measure. */
  readonly load: readonly [number, number];
  readonly timings: readonly Timing[];
  readonly accuracy: Accuracy;
  readonly plans: readonly string[];
};

/** The value below which `percent` of the numbers lie. */
export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}

/** The text of `docs/benchmarks.md`. */
export function reportOf({ people, counsellors, postgres, load, timings, accuracy, plans }: Measured): string {
  const share = (value: number): string => `${(100 * value).toFixed(1)} %`;
  const number = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(1));
  return `# Benchmarks

Written by \`npm run bench\`; never by hand. One region of ${people.toLocaleString('en')} people, over HTTP on 127.0.0.1, walls, pace and journal
on, ${counsellors} counsellors in turn, the built product, PostgreSQL ${postgres}, Node ${process.versions.node},
${availableParallelism()} cores shared by the caller, the API and the database; load average ${load.map((each) => each.toFixed(1)).join(' before, ')} at the end
(the measure itself makes about 1; more than that is somebody else's work, and the times below are too long).

## Searching for people

Milliseconds; processor time of one request in the API and in PostgreSQL. Goals: candidates p95 ≤ 60, search box p95 ≤ 150.

| request | requests | p50 | p95 | p99 | CPU API | CPU PostgreSQL |
|---|---|---|---|---|---|---|
${timings
  .map(
    ({ name, count, p50, p95, p99, cpu }) =>
      `| ${name} | ${count} | ${number(p50)} | ${number(p95)} | ${number(p99)} | ${number(cpu?.api)} | ${number(cpu?.postgres)} |`,
  )
  .join('\n')}

Among these people, the ${accuracy.variants} variants of names of the tests and ${accuracy.nearMisses} people who look alike: recall
${share(accuracy.recall)} (goal 95), first ${share(accuracy.first)}, precision@3 ${share(accuracy.precision)} (goal 60).

## What the candidate query reads

The statements inside \`app.find_people\` for two names with an error each and a birth date, as PostgreSQL ran them
(\`explain (analyze, buffers)\`, values left out).

${plans.map((plan) => `\`\`\`text\n${plan}\n\`\`\``).join('\n\n')}
`;
}

/** A report with one section of its own written anew; the others stay as they were. */
export function withSection(report: string, title: string, text: string): string {
  const kept = sections(report).filter((section) => !section.startsWith(`## ${title}\n`));
  return [...kept.map((section) => section.trimEnd()), `## ${title}\n\n${text.trimEnd()}`].join('\n\n') + '\n';
}

/** A new report with every section that other measures had written into the old one. */
export function keepingSections(report: string, old: string): string {
  const titleOf = (section: string): string => section.slice(0, section.indexOf('\n'));
  const written = new Set(sections(report).map(titleOf));
  return [report, ...sections(old).filter((section) => section.startsWith('## ') && !written.has(titleOf(section)))]
    .map((section) => section.trimEnd())
    .join('\n\n')
    .concat('\n');
}

function sections(report: string): string[] {
  return report.split(/^(?=## )/m);
}

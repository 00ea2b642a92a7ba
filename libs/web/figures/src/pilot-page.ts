import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { FiguresView } from '@relais/api-client';
import { DatePipe, Formats, Session } from '@relais/web/kernel';
import { BarRows, EmptyState, Figure, ProblemState, Skeleton } from '@relais/web/ui';
import { FlowChart } from './flow-chart';
import {
  answerBars,
  answerTable,
  contactBars,
  contactTable,
  flowTable,
  peopleBars,
  peopleTable,
  percent,
  type Speech,
  together,
  WHOLE,
} from './tables';

/** Below this width a flow has no room: its table comes first. */
const NARROW = '(width < 48rem)';

/** The first page for the region: where support breaks, counted without naming anybody. */
@Component({
  selector: 'rl-pilot-page',
  imports: [BarRows, DatePipe, EmptyState, Figure, FlowChart, ProblemState, RouterLink, Skeleton, TranslocoDirective],
  templateUrl: './pilot-page.html',
  styleUrl: './pilot-page.css',
})
export class PilotPage {
  private readonly formats = inject(Formats);
  protected readonly session = inject(Session);

  /** The quarter of the address, such as `2026-Q3`; the latest without one. */
  readonly periode = input<string>();

  protected readonly narrow = matchMedia(NARROW).matches;
  protected readonly figures = httpResource<FiguresView>(() => (this.periode() ? `/api/figures?period=${this.periode()}` : '/api/figures'));
  protected readonly names = computed(() => {
    const operators = this.figures.hasValue() ? this.figures.value().operators : [];
    return new Map(operators.flatMap(({ key, name }) => (name === null ? [] : [[key, name] as const])));
  });
  protected readonly tables = { answerBars, answerTable, contactBars, contactTable, flowTable, peopleBars, peopleTable };

  /** Words and numbers of the page in the reader's language. */
  protected speech(t: Speech['t']): Speech {
    return { t, number: (value) => this.number(value), name: (key) => this.names().get(key) ?? t('figures.other') };
  }

  /** The five numbers at the head: what, how much, what it means. */
  protected tiles(view: FiguresView, { t, number }: Speech): readonly { id: string; label: string; value: string; said: string }[] {
    const [answer, contact] = [view.answerDelays, view.contactDelays].map((lines) => lines.find(({ operator }) => operator === WHOLE));
    const bands = view.answerDelays.find(({ operator }) => operator === WHOLE)?.bands;
    const met = view.contactDelays.find(({ operator }) => operator === WHOLE)?.bands;
    const told = (value: number | null | undefined): string =>
      value === null || value === undefined ? t('figures.notTold') : number(value);
    const share = (value: number | null): string => (value === null ? t('figures.notTold') : `${number(value)} %`);
    const inTime = bands ? percent(bands.in_time, together(bands.in_time, bands.late)) : null;
    const within = met ? percent(together(met.d15, met.d30), contact?.sent ?? null) : null;
    const { caseload, unassigned, flow } = view;
    const ends = flow ? percent(flow.byStanding.completed, flow.sent) : null;
    return [
      {
        id: 'unassigned',
        label: t('figures.tile.unassigned'),
        value: told(unassigned?.total),
        said: t('figures.tile.oldest', { days: told(unassigned?.oldestDays) }),
      },
      {
        id: 'answer',
        label: t('figures.tile.answer'),
        value:
          typeof answer?.median === 'number' ? t('figures.workingDays', { count: answer.median, said: told(answer.median) }) : told(null),
        said: t('figures.tile.inTime', { share: share(inTime) }),
      },
      {
        id: 'contact',
        label: t('figures.tile.contact'),
        value: typeof contact?.median === 'number' ? t('figures.days', { count: contact.median, said: told(contact.median) }) : told(null),
        said: t('figures.tile.within', { share: share(within) }),
      },
      { id: 'flow', label: t('figures.tile.flow'), value: told(flow?.sent), said: t('figures.tile.completed', { share: share(ends) }) },
      {
        id: 'caseload',
        label: t('figures.tile.caseload'),
        value: told(caseload?.total),
        said: t('figures.tile.operators', { count: caseload?.rows.length ?? 0 }),
      },
    ];
  }

  /** `T4 2026`, `Q4 2026`. */
  protected quarter(period: string, t: Speech['t']): string {
    const [year, number] = period.split('-Q');
    return t('figures.quarter', { number, year });
  }

  private number(value: number): string {
    return this.formats.number(value);
  }
}

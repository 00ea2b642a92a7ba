import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type RegionCode } from '@relais/domain';
import { RemindOfReviews, WatchReaders } from '@relais/server/audit';
import { ActOnClockDates } from '@relais/server/clocks';
import { MovePacks } from '@relais/server/continuity';
import { TakeFigures } from '@relais/server/figures';
import { OpenedRegions, Relay } from '@relais/server/kernel';
import { ReadBounces, RemindAppointments, SendDigests, SendMessages } from '@relais/server/notifications';
import { MeasureAnswerDelays } from '@relais/server/operators';
import { ActOnDueDates, ActOnHandoverDates, AlertEmptyQueues } from '@relais/server/referrals';
import { PinoLogger } from 'nestjs-pino';

/** One line of the list: what is done for every opened region, and how many milliseconds lie between two rounds. */
type Line = { readonly every: number; readonly name: string; readonly act: (region: RegionCode) => Promise<unknown> };

/** Everything that the worker does by the clock, in one list. Due dates live in PostgreSQL: a missed round is caught up by the next. */
@Injectable()
export class Schedule {
  private readonly end = new AbortController();
  private readonly failing = new Set<string>();
  private rounds: Promise<void>[] = [];
  private wentWell = performance.now();

  constructor(
    private readonly relay: Relay,
    private readonly regions: OpenedRegions,
    private readonly answerDelays: MeasureAnswerDelays,
    private readonly figures: TakeFigures,
    private readonly readers: WatchReaders,
    private readonly reviews: RemindOfReviews,
    private readonly dueDates: ActOnDueDates,
    private readonly handoverDates: ActOnHandoverDates,
    private readonly clockDates: ActOnClockDates,
    private readonly emptyQueues: AlertEmptyQueues,
    private readonly packs: MovePacks,
    private readonly messages: SendMessages,
    private readonly digests: SendDigests,
    private readonly appointments: RemindAppointments,
    private readonly bounces: ReadBounces,
    private readonly log: PinoLogger,
  ) {}

  private get lines(): readonly Line[] {
    return [
      { every: 250, name: 'pass events on', act: (region) => this.relay.pass(region) },
      { every: 10_000, name: 'sweep silent events', act: (region) => this.relay.sweep(region) },
      { every: 5_000, name: 'act on due dates of referrals', act: (region) => this.dueDates.execute(region) },
      { every: 30_000, name: 'act on due dates of handovers', act: (region) => this.handoverDates.execute(region) },
      { every: 5_000, name: 'act on due dates of clocks', act: (region) => this.clockDates.execute(region) },
      { every: 1_000, name: 'move caseloads', act: (region) => this.packs.execute(region) },
      { every: 600_000, name: 'alert queues without anybody', act: (region) => this.emptyQueues.execute(region) },
      { every: 1_000, name: 'send mails', act: (region) => this.messages.pass(region) },
      { every: 60_000, name: 'ask for the mails of the day', act: (region) => this.digests.execute(region) },
      { every: 60_000, name: 'remind people of meetings', act: (region) => this.appointments.execute(region) },
      { every: 60_000, name: 'read mails that came back', act: (region) => this.bounces.execute(region) },
      { every: 30_000, name: 'look for mails without an answer', act: (region) => this.messages.look(region) },
      { every: 600_000, name: 'measure usual answer delays', act: (region) => this.answerDelays.execute(region) },
      { every: 60_000, name: 'take the figures of the day', act: (region) => this.figures.execute(region) },
      { every: 120_000, name: 'watch over those who read', act: (region) => this.readers.execute(region) },
      { every: 300_000, name: 'remind of reviews', act: (region) => this.reviews.execute(region) },
    ];
  }

  /** Whether some round went well in the last half minute: without a database none does. */
  get alive(): boolean {
    return performance.now() - this.wentWell < 30_000;
  }

  /** Starts every line; `stop` ends after the rounds under way. */
  start(): this {
    this.rounds = this.lines.map((line) => this.go(line));
    return this;
  }

  async stop(): Promise<void> {
    this.end.abort();
    await Promise.allSettled(this.rounds);
  }

  private async go({ every, name, act }: Line): Promise<void> {
    const { signal } = this.end;
    while (!signal.aborted) {
      for (const region of await this.regions.list().catch(() => [])) await this.round(name, region, act);
      await sleep(every, undefined, { signal }).catch(() => undefined);
    }
  }

  /** One round for one region. What keeps failing is logged when it begins and when it ends, not every quarter of a second. */
  private async round(line: string, region: RegionCode, act: Line['act']): Promise<void> {
    const key = `${line} ${region}`;
    try {
      await act(region);
      this.wentWell = performance.now();
      if (this.failing.delete(key)) this.log.info({ line, region }, 'round works again');
    } catch (error) {
      if (!this.failing.has(key)) this.log.warn({ line, region, sqlState: (error as { code?: string }).code }, 'round failed');
      this.failing.add(key);
    }
  }
}

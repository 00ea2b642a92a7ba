import { Injectable } from '@nestjs/common';
import { type RegionCode } from '@relais/domain';
import { OpenedRegions, Relay } from '@relais/server/kernel';
import { MeasureAnswerDelays } from '@relais/server/operators';
import { PinoLogger } from 'nestjs-pino';

/** One line of the list: what is done for every opened region, and how many milliseconds lie between two rounds. */
type Line = { readonly every: number; readonly name: string; readonly act: (region: RegionCode) => Promise<unknown> };

/** Everything that the worker does by the clock, in one list. Due dates live in PostgreSQL: a missed round is caught up by the next. */
@Injectable()
export class Schedule {
  private stopped = false;
  private rounds: Promise<void>[] = [];

  constructor(
    private readonly relay: Relay,
    private readonly regions: OpenedRegions,
    private readonly answerDelays: MeasureAnswerDelays,
    private readonly log: PinoLogger,
  ) {}

  private get lines(): readonly Line[] {
    return [
      { every: 250, name: 'pass events on', act: (region) => this.relay.pass(region) },
      { every: 15_000, name: 'sweep silent events', act: (region) => this.relay.sweep(region) },
      { every: 600_000, name: 'measure usual answer delays', act: (region) => this.answerDelays.execute(region) },
    ];
  }

  /** Starts every line; `stop` ends after the rounds under way. */
  start(): this {
    this.rounds = this.lines.map((line) => this.go(line));
    return this;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.allSettled(this.rounds);
  }

  private async go({ every, name, act }: Line): Promise<void> {
    while (!this.stopped) {
      for (const region of await this.regions.list().catch(() => [])) {
        await act(region).catch((error: { code?: string }) => this.log.warn({ line: name, region, sqlState: error.code }, 'round failed'));
      }
      await new Promise((resolve) => setTimeout(resolve, every));
    }
  }
}

import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView, DatedLine, DatedList } from '@relais/api-client';
import { ageOn, CLOCKS, CLOCKS_BY_HAND, toCivilDate } from '@relais/domain';
import { Language, lastRead, Live, liveRead, Refusals, Sending, Session } from '@relais/web/kernel';
import { Dialogs, Icon, ProblemState, Toasts } from '@relais/web/ui';
import { type ClockMove, ClockMoves } from './clock-moves';
import { clocksWords } from './clocks-words';
import { DatedLineRow } from './dated-line-row';

/** Every date of a person in one list: until when, why, what settles it, and what can be done. */
@Component({
  selector: 'rl-clocks-panel',
  imports: [DatedLineRow, Icon, ProblemState, TranslocoDirective],
  template: `
    @if (ready()) {
      <section *transloco="let t" aria-labelledby="clocks-title" class="stack tight">
        <div class="cluster apart">
          <h2 id="clocks-title">{{ t('clocks.title') }}</h2>
          @if (mayKeep() && startable().length > 0) {
            <button type="button" class="small" (click)="start()"><rl-icon name="add" /> {{ t('clocks.start') }}</button>
          }
        </div>
        @if (sending.problem() ?? list.error(); as failed) {
          <rl-problem [problem]="failed" [title]="t('clocks.failed')" [sentence]="refusals.sentence(failed)" (retry)="again()" />
        }
        <ul class="rows">
          @for (line of open(); track line.id) {
            <li>
              <rl-dated-line [line]="line">
                @if (mayKeep()) {
                  <div class="cluster">
                    @for (move of moves.of(line); track move) {
                      <button
                        type="button"
                        class="small"
                        [class.quiet]="move === 'pause' || move === 'drop'"
                        [disabled]="sending.busy()"
                        (click)="make(move, line)"
                      >
                        {{ t('clocks.do.' + move) }}<span class="visually-hidden"> {{ t('clocks.kind.' + line.kind) }}</span>
                      </button>
                    }
                  </div>
                }
              </rl-dated-line>
            </li>
          } @empty {
            @if (read()) {
              <li class="muted quiet">{{ t('clocks.none') }}</li>
            }
          }
        </ul>
        @if (over().length > 0) {
          <details>
            <summary>{{ t('clocks.over', { count: over().length }) }}</summary>
            <ul class="rows">
              @for (line of over(); track line.id) {
                <li><rl-dated-line [line]="line" /></li>
              }
            </ul>
          </details>
        }
      </section>
    }
  `,
  styles: `
    summary {
      color: var(--primary);
      cursor: pointer;
      inline-size: fit-content;
    }
    .quiet {
      padding-block: var(--space-2);
    }
  `,
})
export class ClocksPanel {
  private readonly dialogs = inject(Dialogs);
  private readonly language = inject(Language);
  private readonly live = inject(Live);
  protected readonly moves = inject(ClockMoves);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  protected readonly refusals = inject(Refusals);

  readonly file = input.required<BeneficiaryView>();

  protected readonly ready = signal(false);
  protected readonly sending = new Sending();
  protected readonly list = liveRead<DatedList>(
    () => `/api/beneficiaries/${this.file().id}/clocks`,
    () => this.live.changedFile(this.file().id),
  );
  protected readonly read = lastRead(this.list, () => this.file().id);
  private readonly items = computed(() => this.read()?.items ?? []);
  protected readonly open = computed(() => this.items().filter(isOpen));
  protected readonly over = computed(() => this.items().filter((line) => !isOpen(line)));
  protected readonly mayKeep = computed(() => this.session.may('clock.keep'));
  /** Kinds that may begin for a person of this age and do not run yet. */
  protected readonly startable = computed(() => {
    const { birthDate, status } = this.file();
    if (status === 'closed' || !birthDate) return [];
    const age = ageOn(toCivilDate(birthDate), this.session.today());
    const running = this.open().map(({ kind }) => kind as string);
    return CLOCKS_BY_HAND.filter((kind) => {
      const { ages } = CLOCKS[kind];
      return !running.includes(kind) && (!ages || (age >= ages.from && age <= ages.to));
    });
  });

  constructor() {
    void this.language.need('clocks', clocksWords).then(() => this.ready.set(true));
  }

  protected again(): void {
    this.sending.forget();
    this.list.reload();
  }

  protected async start(): Promise<void> {
    const { StartClockDialog } = await import('./start-clock-dialog');
    const data = { id: this.file().id, name: this.file().name, kinds: this.startable() };
    if ((await this.dialogs.open<DatedLine>(StartClockDialog, { data })) === undefined) return;
    this.toasts.say(this.language.say('clocks.done.start'));
    this.list.reload();
  }

  protected async make(move: ClockMove, line: DatedLine): Promise<void> {
    await this.sending.run(async () => {
      if (await this.moves.make(move, line, this.file())) this.list.reload();
    });
  }
}

function isOpen({ status }: DatedLine): boolean {
  return status === 'running' || status === 'paused';
}

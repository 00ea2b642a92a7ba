import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BoardCard } from '@relais/api-client';
import { Formats, Language } from '@relais/web/kernel';
import { type BoardMove, BoardMoves, MOVES } from './board-moves';

/** One person on the board: since when, why it presses, what was tried, and what to do now. The link with the name is its content. */
@Component({
  selector: 'rl-board-card',
  imports: [TranslocoDirective],
  templateUrl: './board-card.html',
  styles: `
    article {
      background: var(--raised);
      border-inline-start: 4px solid var(--line-strong);
      border-radius: var(--radius);
      box-shadow: 0 1px 2px var(--shadow);
      display: flex;
      flex-direction: column;
      gap: var(--space-2);
      padding: var(--space-3);
    }
    article.high {
      border-inline-start-color: var(--danger);
    }
    article.medium {
      border-inline-start-color: var(--attention);
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .name {
      align-items: baseline;
      display: flex;
      flex-wrap: wrap;
      font-weight: 650;
      gap: var(--space-1) var(--space-2);
    }
    .reasons {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-2);
      margin: 0;
    }
    .reasons li {
      background: var(--sunken);
      border-radius: var(--radius-small);
      padding: 0.0625rem 0.5rem;
    }
  `,
})
export class BoardCardView {
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly moves = inject(BoardMoves);

  readonly card = input.required<BoardCard>();
  readonly column = input.required<string>();
  readonly asked = output<BoardMove>();

  protected readonly offered = computed(() => (MOVES[this.column()] ?? []).filter((move) => this.moves.may(move)));
  /** Reasons that the column does not say already. */
  protected readonly reasons = computed(() =>
    this.card().reasons.filter((reason) => !(reason === 'no_lead' && ['unassigned', 'exit'].includes(this.column()))),
  );
  /** Since when the person stands here, in the words of the column. */
  protected readonly sentence = computed(() => {
    const { days, since, detail, clockKind, dueAt, lastContactAt } = this.card();
    const words = {
      count: days,
      day: this.formats.day(since),
      until: detail ? this.formats.date(detail) : '',
      where: detail ?? this.language.say('board.another_operator'),
      due: dueAt ? this.formats.day(dueAt) : '',
    };
    const variant = {
      absent: detail ? 'absent' : 'left',
      silent: lastContactAt ? 'silent' : 'never',
      exit: clockKind ?? 'exit_3_months',
    }[this.column() as 'absent' | 'silent' | 'exit'];
    return this.language.say(`board.since.${variant ?? this.column()}`, words);
  });
  /** Who answers: the lead, the queue, or after an exit the team that must ask. */
  protected readonly who = computed(() => {
    const { leadName, unitName: unit } = this.card();
    return leadName ?? (this.column() === 'exit' ? unit : this.language.say('board.queue_of', { unit }));
  });
  protected readonly tried = computed(() =>
    this.card()
      .tried.slice(0, 3)
      .map(({ channel, result, at }) =>
        this.language.say('board.tried', {
          channel: this.language.say(`board.channel.${channel}`),
          result: this.language.say(`board.result.${result}`),
          ago: this.formats.ago(at),
        }),
      )
      .join(' ; '),
  );
}

import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BoardCard, BoardColumn, BoardView } from '@relais/api-client';
import { Formats, lastRead, Live, liveRead, Online, Refusals, Shortcuts } from '@relais/web/kernel';
import { EmptyState, Icon, type Letter, ListItem, ListKeys, OfflineNotice, ProblemState, Skeleton } from '@relais/web/ui';
import { BoardCardView } from './board-card';
import { type BoardMove, BoardMoves, LETTERS, MOVES } from './board-moves';
import { SightingQuestion } from './sighting-question';

/** Nobody without a lead, nobody silently lost: five columns, each card with since when and what was tried, one key per act. */
@Component({
  selector: 'rl-board-page',
  imports: [
    BoardCardView,
    EmptyState,
    Icon,
    ListItem,
    ListKeys,
    OfflineNotice,
    ProblemState,
    RouterLink,
    SightingQuestion,
    Skeleton,
    TranslocoDirective,
  ],
  templateUrl: './board-page.html',
  styleUrl: './board-page.css',
})
export class BoardPage {
  private readonly router = inject(Router);
  private readonly live = inject(Live);
  private readonly formats = inject(Formats);
  private readonly moves = inject(BoardMoves);
  protected readonly refusals = inject(Refusals);
  protected readonly online = inject(Online).online;
  protected readonly lettersOff = inject(Shortcuts).lettersOff;

  /** Which column a phone shows: `?colonne=`. */
  readonly colonne = input<string>();

  protected readonly board = liveRead<BoardView>(
    () => '/api/continuity-board',
    () => this.live.changed('continuity', 'referral'),
  );
  /** The board last read stays while the next one comes. */
  protected readonly last = lastRead(this.board);
  protected readonly total = computed(() => this.last()?.columns.reduce((sum, { total }) => sum + total, 0) ?? 0);
  protected readonly checkedAt = computed(() => this.formats.moment(this.last()?.checkedAt ?? ''));
  /** The column asked for, or the first one that holds somebody. */
  protected readonly shown = computed(() => {
    const columns = this.last()?.columns ?? [];
    return (columns.find(({ name }) => name === this.colonne()) ?? columns.find(({ total }) => total > 0) ?? columns[0])?.name;
  });
  protected readonly problem = signal<unknown>(undefined);
  private busy = false;

  protected again(): void {
    this.problem.set(undefined);
    this.board.reload();
  }

  protected open(card: BoardCard | undefined): void {
    if (card) void this.router.navigate(this.linkOf(card));
  }

  protected linkOf({ referralId, beneficiaryId }: BoardCard): string[] {
    return referralId ? ['/orientations', referralId] : ['/personnes', beneficiaryId];
  }

  protected letter(column: BoardColumn, { key, index, shift }: Letter): void {
    const [move, card] = [LETTERS[key], column.cards[index]];
    if (move && card && !shift && MOVES[column.name]?.includes(move) && this.moves.may(move)) void this.make(move, card);
  }

  protected async make(move: BoardMove, card: BoardCard): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem.set(undefined);
    try {
      if (await this.moves.make(move, card, () => this.board.reload())) this.board.reload();
    } catch (problem) {
      this.problem.set(problem);
    } finally {
      this.busy = false;
    }
  }
}

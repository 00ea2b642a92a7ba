import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, contentChild, input } from '@angular/core';
import { ThreadItem } from './thread-item';
import { type Strand, type ThreadEntry, weave } from './weave';

/** The sentences of a thread, already in the reader's language. */
export type ThreadWords = {
  readonly legend: string;
  readonly silence: (days: number) => string;
  readonly gap: (days: number) => string;
  readonly handoff: (from: string, to: string) => string;
};

/**
 * Le fil: one continuous line that stands for a person's support, newest first. Each strand has its tone and its pattern, a
 * handoff is two strands side by side, a silence a thin line, a gap a break. Words beside it say what it shows.
 */
@Component({
  selector: 'rl-thread',
  imports: [NgTemplateOutlet],
  templateUrl: './thread.html',
  styleUrls: ['./thread.css', './strands.css'],
})
export class Thread<T extends ThreadEntry> {
  readonly strands = input.required<readonly Strand[]>();
  readonly words = input.required<ThreadWords>();
  readonly silenceAfterDays = input(60);

  protected readonly item = contentChild.required<ThreadItem<T>>(ThreadItem);
  protected readonly rows = computed(() => weave(this.item().rlThreadItem(), this.strands(), this.silenceAfterDays()));
  /** One line for each operator, however often it accompanied the person. */
  protected readonly legend = computed(() => {
    const strands = this.strands();
    return strands.filter(({ label, tone }, at) => strands.findIndex((other) => other.label === label && other.tone === tone) === at);
  });
  protected readonly lanes = computed(() => 1 + Math.max(0, ...this.rows().flatMap((row) => row.pieces.map((piece) => piece.lane))));

  protected say(row: ReturnType<typeof weave<T>>[number]): string {
    const words = this.words();
    if (row.kind === 'handoff') return words.handoff(row.from, row.to);
    if (row.kind === 'entry') return '';
    return row.kind === 'gap' ? words.gap(row.days) : words.silence(row.days);
  }
}

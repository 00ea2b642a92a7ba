import { Component, computed, DestroyRef, ElementRef, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView, TimelineItem } from '@relais/api-client';
import { DatePipe, DayPipe, Language, MomentPipe, Shortcuts } from '@relais/web/kernel';
import { Skeleton, Thread, ThreadItem, type ThreadWords } from '@relais/web/ui';
import { Failed } from './failed';
import { strandOf, strandsOf } from './strands';
import { Why } from './why';

/** One thing on the thread, with a key of its own and the strand that carries it. */
type Hung = {
  readonly id: string;
  readonly at: string;
  readonly strand: string | null;
  readonly quiet: boolean;
  readonly item: TimelineItem;
};

/** Kinds to look at alone; each has its key. */
const KINDS = [
  ['', 't'],
  ['interview', 'i'],
  ['referral', 'l'],
  ['appointment', 'd'],
  ['situation', 's'],
  ['support', 'p'],
] as const;

/** Le fil of one person down their timeline: everything one may see, whoever wrote it, and why one sees it. */
@Component({
  selector: 'rl-file-thread',
  imports: [DatePipe, DayPipe, Failed, MomentPipe, RouterLink, Skeleton, Thread, ThreadItem, TranslocoDirective, Why],
  templateUrl: './file-thread.html',
  styleUrl: './file-thread.css',
})
export class FileThread {
  private readonly language = inject(Language);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly file = input.required<BeneficiaryView>();
  readonly items = input.required<readonly TimelineItem[]>();
  /** Whether the first page was read. */
  readonly ready = input.required<boolean>();
  readonly problem = input<unknown>();
  /** Whether older ones remain to be read. */
  readonly older = input(false);
  readonly more = output();
  readonly retry = output();

  protected readonly kinds = KINDS;
  protected readonly kind = signal<string>('');
  protected readonly theme = signal('');
  protected readonly operator = signal('');
  protected readonly themes = computed(() => [...new Set(this.items().flatMap(({ themes }) => themes))].sort());
  protected readonly operators = computed(() => [...new Set(this.items().map((item) => this.operatorOf(item)))].sort());
  protected readonly shown = computed<Hung[]>(() =>
    this.items()
      .filter((item) => item.kind.startsWith(this.kind()))
      .filter((item) => this.theme() === '' || (item.themes as readonly string[]).includes(this.theme()))
      .filter((item) => this.operator() === '' || this.operatorOf(item) === this.operator())
      .map((item) => ({
        id: `${item.kind}-${item.id}`,
        at: item.at,
        strand: strandOf(item, this.file().supports),
        quiet: this.isSupport(item),
        item,
      })),
  );
  /** Nothing but supports yet: the first things to ask are said. */
  protected readonly bare = computed(() => this.items().every((item) => this.isSupport(item)));
  protected readonly filtered = computed(() => this.kind() !== '' || this.theme() !== '' || this.operator() !== '');
  protected readonly strands = computed(() => strandsOf(this.file().supports, this.language.say('people.other_operator')));
  protected readonly words = computed<ThreadWords>(() => ({
    legend: this.language.say('people.thread.legend'),
    silence: (days) => this.language.say('people.thread.silence', { count: days }),
    gap: (days) => this.language.say('people.thread.gap', { count: days }),
    handoff: (from, to) => this.language.say('people.thread.handoff', { from, to }),
  }));

  constructor() {
    inject(Shortcuts).during(inject(DestroyRef), [
      { keys: ']', label: 'people.key.next_event', run: () => this.step(1) },
      { keys: '[', label: 'people.key.previous_event', run: () => this.step(-1) },
      // Brackets of a French keyboard come with AltGr, which the browser says as both keys.
      { keys: 'ctrl+alt+]', label: '', run: () => this.step(1) },
      { keys: 'ctrl+alt+[', label: '', run: () => this.step(-1) },
      ...KINDS.map(([kind, keys]) => ({ keys, label: `people.key.only_${kind || 'all'}`, run: () => this.kind.set(kind) })),
    ]);
  }

  protected operatorOf(item: TimelineItem): string {
    return item.operatorName ?? this.language.say('people.other_operator');
  }

  protected titleOf(item: TimelineItem): string {
    if (item.kind === 'interview') return this.language.say(`people.mode.${item.words}`);
    if (item.kind === 'situation') return this.language.say(`people.situation.${item.status}`);
    if (this.isSupport(item) || item.kind === 'merged') return this.language.say(`people.${item.kind}`);
    return item.words || this.language.say(`people.kind.${item.kind}`);
  }

  protected linkOf(item: TimelineItem): string[] | null {
    if (item.kind === 'interview') return ['/entretiens', item.id];
    if (item.kind === 'merged') return ['/personnes', 'reunions', item.id];
    return item.kind === 'referral' ? ['/orientations', item.id] : null;
  }

  /** Supports begin and end on a day; they have no hour. */
  protected isSupport(item: TimelineItem): boolean {
    return item.kind.startsWith('support');
  }

  protected audiencesOf(item: TimelineItem): string[] {
    return [...new Set(item.notes.map(({ audience }) => audience))];
  }

  protected clear(): void {
    this.kind.set('');
    this.theme.set('');
    this.operator.set('');
  }

  private step(by: 1 | -1): void {
    const events = [...this.host.querySelectorAll<HTMLElement>('article')];
    const at = events.findIndex((event) => event.contains(event.ownerDocument.activeElement));
    events[at < 0 ? (by > 0 ? 0 : events.length - 1) : Math.min(Math.max(at + by, 0), events.length - 1)]?.focus();
  }
}

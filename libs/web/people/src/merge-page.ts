import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView, MergeView } from '@relais/api-client';
import type { RefusalCode } from '@relais/domain';
import { AgoPipe, Formats, Language, Live, liveRead, Refusals } from '@relais/web/kernel';
import { Field, Icon, Skeleton, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { Failed } from './failed';
import { MergeTable } from './merge-table';

const SHORTEST = 10;
const AGAIN_MS = 2_000;

/** One merge: both files while it waits, the answer of whoever checks, what became of it, and the way back for thirty days. */
@Component({
  selector: 'rl-merge-page',
  imports: [AgoPipe, Failed, Field, Icon, MergeTable, RouterLink, Skeleton, TranslocoDirective],
  templateUrl: './merge-page.html',
  styleUrl: './merge-pages.css',
})
export class MergePage {
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);
  private readonly live = inject(Live);
  private readonly refusals = inject(Refusals);
  private readonly toasts = inject(Toasts);
  protected readonly formats = inject(Formats);

  readonly merge = input.required<string>();

  protected readonly read = liveRead<MergeView>(
    () => `/api/file-merges/${this.merge()}`,
    () => this.live.changed('merge'),
  );
  protected readonly one = computed(() => (this.read.hasValue() ? this.read.value() : undefined));
  protected readonly kept = httpResource<BeneficiaryView>(() => this.fileOf('survivorId', 'survivorName'));
  protected readonly gone = httpResource<BeneficiaryView>(() => this.fileOf('absorbedId', 'absorbedName'));
  protected readonly obstacle = computed(() => {
    const code = this.one()?.obstacle;
    return code ? this.refusals.of(code as RefusalCode) : undefined;
  });
  protected readonly answer = signal('');
  protected readonly refusing = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly shortest = SHORTEST;

  constructor() {
    // The worker carries it out within seconds: while it does, the page looks again, even when the stream is cut.
    effect((stop) => {
      const status = this.one()?.status;
      if (status !== 'merging' && status !== 'undoing') return;
      const timer = setInterval(() => this.read.reload(), AGAIN_MS);
      stop(() => clearInterval(timer));
    });
  }

  protected async act(move: 'approve' | 'refuse' | 'withdraw' | 'undo'): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const body = move === 'refuse' ? { answer: this.answer().trim() } : {};
      this.read.set(await firstValueFrom(this.http.post<MergeView>(`/api/file-merges/${this.merge()}/${move}`, body)));
      this.toasts.say(this.language.say(`people.merge.done.${move}`));
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** Both are shown side by side only while they are two. */
  private fileOf(id: 'survivorId' | 'absorbedId', name: 'survivorName' | 'absorbedName'): string | undefined {
    const one = this.one();
    return one?.status === 'proposed' && one[name] !== null ? `/api/beneficiaries/${one[id]}` : undefined;
  }
}

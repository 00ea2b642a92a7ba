import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PackFileLine as Line, PackFilePage, PackView } from '@relais/api-client';
import { PACK_FILE_STATES, type PackFileState } from '@relais/domain';
import { Refusals } from '@relais/web/kernel';
import { EmptyState, ProblemState, Skeleton } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { PackFileRow } from './pack-file-row';

/** Every file of a pack, the most fragile first, with what became of it. */
@Component({
  selector: 'rl-pack-files',
  imports: [EmptyState, PackFileRow, ProblemState, Skeleton, TranslocoDirective],
  template: `
    <section *transloco="let t" class="stack tight" aria-labelledby="files-title">
      <h2 id="files-title">{{ t('absences.files.title') }}</h2>
      @if (states().length > 1) {
        <p class="cluster">
          <button type="button" class="chip" [attr.aria-pressed]="!status()" (click)="status.set(undefined)">
            {{ t('absences.files.all') }}
          </button>
          @for (each of states(); track each) {
            <button type="button" class="chip" [attr.aria-pressed]="status() === each" (click)="status.set(each)">
              {{ t('absences.result.' + each, { count: pack().totals[each] }) }}
            </button>
          }
        </p>
      }
      @if (first.hasValue()) {
        <ul class="rows">
          @for (line of lines(); track line.place) {
            <li><rl-pack-file-row [line]="line" [to]="pack().receivers.length > 1" /></li>
          } @empty {
            <li><rl-empty [title]="t('absences.files.none')" /></li>
          }
        </ul>
        @if (next()) {
          <p>
            <button type="button" [disabled]="busy()" (click)="more()">{{ t('absences.files.more') }}</button>
          </p>
        }
      } @else if (first.error()) {
        <rl-problem [problem]="first.error()" [sentence]="refusals.sentence(first.error())" (retry)="first.reload()" />
      } @else {
        <rl-skeleton [rows]="6" />
      }
    </section>
  `,
})
export class PackFiles {
  private readonly http = inject(HttpClient);
  protected readonly refusals = inject(Refusals);
  readonly pack = input.required<PackView>();
  protected readonly status = signal<PackFileState | undefined>(undefined);
  /** Read again when the pack moved on, not at each step of its progress. */
  protected readonly first = httpResource<PackFilePage>(() => {
    const { id, version } = this.pack();
    return version > 0 ? this.address(id) + (this.status() ? `?status=${this.status()}` : '') : undefined;
  });
  protected readonly states = computed(() => PACK_FILE_STATES.filter((status) => this.pack().totals[status] > 0));
  protected readonly lines = linkedSignal<readonly Line[]>(() => (this.first.hasValue() ? this.first.value().items : []));
  protected readonly next = linkedSignal<string | null>(() => (this.first.hasValue() ? this.first.value().next : null));
  protected readonly busy = signal(false);

  protected async more(): Promise<void> {
    const after = this.next();
    if (!after || this.busy()) return;
    this.busy.set(true);
    try {
      const status = this.status();
      const params = { after, ...(status && { status }) };
      const page = await firstValueFrom(this.http.get<PackFilePage>(this.address(this.pack().id), { params }));
      this.lines.update((lines) => [...lines, ...page.items]);
      this.next.set(page.next);
    } finally {
      this.busy.set(false);
    }
  }

  private address(id: string): string {
    return `/api/packs/${id}/files`;
  }
}

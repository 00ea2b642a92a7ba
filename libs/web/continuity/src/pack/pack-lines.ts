import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PackFileLine, PackFilePage } from '@relais/api-client';
import { lastRead, Refusals, Sending } from '@relais/web/kernel';
import { EmptyState, ProblemState, Skeleton } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { PackFileRow } from './pack-file-row';

/** Files of a pack as one address gives them, the most fragile first, page after page. */
@Component({
  selector: 'rl-pack-lines',
  imports: [EmptyState, PackFileRow, ProblemState, Skeleton, TranslocoDirective],
  template: `
    <div *transloco="let t" class="stack tight">
      @if (first()) {
        <ul class="rows">
          @for (line of lines(); track line.place) {
            <li><rl-pack-file-row [line]="line" [to]="to()" [told]="told()" /></li>
          } @empty {
            <li><rl-empty [title]="none()" /></li>
          }
        </ul>
        @if (sending.problem(); as error) {
          <rl-problem [problem]="error" [sentence]="refusals.sentence(error)" (retry)="more()" />
        } @else if (next()) {
          <p>
            <button type="button" [disabled]="sending.busy()" (click)="more()">{{ t('absences.files.more') }}</button>
          </p>
        }
      } @else if (page.error()) {
        <rl-problem [problem]="page.error()" [sentence]="refusals.sentence(page.error())" (retry)="page.reload()" />
      } @else {
        <rl-skeleton [rows]="6" />
      }
    </div>
  `,
})
export class PackLines {
  private readonly http = inject(HttpClient);
  protected readonly refusals = inject(Refusals);
  readonly address = input.required<string>();
  /** Read again when it grows. */
  readonly edition = input(0);
  /** What is said where there is no file. */
  readonly none = input.required<string>();
  /** Each line says who takes the file. */
  readonly to = input(false);
  /** Each line says what became of the file. */
  readonly told = input(true);

  protected readonly page = httpResource<PackFilePage>(() => {
    this.edition();
    return this.address();
  });
  protected readonly first = lastRead(this.page, this.address);
  private readonly later = linkedSignal<PackFilePage | undefined, readonly PackFileLine[]>({ source: this.first, computation: () => [] });
  protected readonly lines = computed(() => [...(this.first()?.items ?? []), ...this.later()]);
  protected readonly next = linkedSignal(() => this.first()?.next ?? null);
  protected readonly sending = new Sending();

  protected async more(): Promise<void> {
    const [after, first] = [this.next(), this.first()];
    if (!after) return;
    await this.sending.run(async () => {
      const page = await firstValueFrom(this.http.get<PackFilePage>(this.address(), { params: { after } }));
      // What was read anew meanwhile begins again with its first page.
      if (first !== this.first()) return;
      this.later.update((lines) => [...lines, ...page.items]);
      this.next.set(page.next);
    });
  }
}

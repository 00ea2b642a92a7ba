import { Component, computed, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PackView } from '@relais/api-client';
import { PACK_FILE_STATES, type PackFileState } from '@relais/domain';
import { PackLines } from './pack-lines';

/** Every file of a pack, the most fragile first, with what became of it. */
@Component({
  selector: 'rl-pack-files',
  imports: [PackLines, TranslocoDirective],
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
      <rl-pack-lines
        [address]="address()"
        [edition]="pack().version"
        [to]="pack().receivers.length > 1"
        [none]="t('absences.files.none')"
      />
    </section>
  `,
})
export class PackFiles {
  readonly pack = input.required<PackView>();
  protected readonly status = signal<PackFileState | undefined>(undefined);
  protected readonly address = computed(() => `/api/packs/${this.pack().id}/files` + (this.status() ? `?status=${this.status()}` : ''));
  protected readonly states = computed(() => PACK_FILE_STATES.filter((status) => this.pack().totals[status] > 0));
}

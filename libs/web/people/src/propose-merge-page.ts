import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView, MergeView } from '@relais/api-client';
import type { MergeField } from '@relais/domain';
import { Language } from '@relais/web/kernel';
import { Field, Icon, Skeleton, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { Failed } from './failed';
import { MergeTable } from './merge-table';

const SHORTEST = 10;

/** Two files are one person: which one stays, what of each is kept, and why; somebody else checks. */
@Component({
  selector: 'rl-propose-merge-page',
  imports: [Failed, Field, Icon, MergeTable, RouterLink, Skeleton, TranslocoDirective],
  templateUrl: './propose-merge-page.html',
  styleUrl: './merge-pages.css',
})
export class ProposeMergePage {
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  readonly id = input.required<string>();
  readonly avec = input.required<string>();

  protected readonly one = httpResource<BeneficiaryView>(() => `/api/beneficiaries/${this.id()}`);
  protected readonly other = httpResource<BeneficiaryView>(() => `/api/beneficiaries/${this.avec()}`);
  protected readonly files = computed(() => (this.one.hasValue() && this.other.hasValue() ? [this.one.value(), this.other.value()] : []));
  /** The file that stays: the active one, of two the older one. */
  protected readonly keptId = linkedSignal<string | undefined>(() => this.files().toSorted(byAge)[0]?.id);
  protected readonly kept = computed(() => this.files().find(({ id }) => id === this.keptId()));
  protected readonly gone = computed(() => this.files().find(({ id }) => id !== this.keptId()));
  protected readonly takes = linkedSignal<string | undefined, readonly MergeField[]>({ source: this.keptId, computation: () => [] });
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly shortest = SHORTEST;

  protected async propose(): Promise<void> {
    const [kept, gone] = [this.kept(), this.gone()];
    if (!kept || !gone || this.busy() || this.reason().trim().length < SHORTEST) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const body = { survivorId: kept.id, absorbedId: gone.id, takes: this.takes(), reason: this.reason().trim() };
      const { id } = await firstValueFrom(this.http.post<MergeView>('/api/file-merges', body));
      this.toasts.say(this.language.say('people.merge.proposed'));
      await this.router.navigate(['/personnes', 'reunions', id]);
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}

function byAge(one: BeneficiaryView, other: BeneficiaryView): number {
  return one.status === other.status ? one.createdAt.localeCompare(other.createdAt) : one.status === 'active' ? -1 : 1;
}

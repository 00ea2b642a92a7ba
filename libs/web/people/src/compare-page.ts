import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView, PeopleFound, PersonCard } from '@relais/api-client';
import { Formats, Language } from '@relais/web/kernel';
import { EmptyState, Icon, Skeleton, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { Failed } from './failed';
import { IndexCard } from './index-card';

/** One fact of two people, side by side; `same` is undefined when one of the two is not known. */
export type FactPair = { readonly key: string; readonly left: string; readonly right: string; readonly same: boolean | undefined };

/** Two files side by side, with the evidence in words: the same person, or somebody else once and for all. */
@Component({
  selector: 'rl-compare-page',
  imports: [EmptyState, Failed, Icon, IndexCard, RouterLink, Skeleton, TranslocoDirective],
  templateUrl: './compare-page.html',
  styleUrl: './compare-page.css',
})
export class ComparePage {
  private readonly http = inject(HttpClient);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  readonly id = input.required<string>();
  /** The other one: a file open to the reader, or an index card. */
  readonly avec = input<string>();

  protected readonly file = httpResource<BeneficiaryView>(() => `/api/beneficiaries/${this.id()}`);
  protected readonly alike = httpResource<PeopleFound>(() => `/api/beneficiaries/${this.id()}/likenesses`);
  protected readonly items = computed(() => (this.alike.hasValue() ? this.alike.value().items : []));
  protected readonly chosen = linkedSignal<string | undefined>(() => this.avec() ?? this.items()[0]?.cardId);
  protected readonly card = computed(() => this.items().find(({ id, cardId }) => [id, cardId].includes(this.chosen() ?? '')));
  /** The other file, when it is open to the reader. */
  protected readonly other = httpResource<BeneficiaryView>(() => {
    const open = this.card() ? this.card()?.id : this.avec();
    return open && this.alike.hasValue() ? `/api/beneficiaries/${open}` : undefined;
  });
  protected readonly problem = signal<unknown>(undefined);
  protected readonly pairs = computed<readonly FactPair[]>(() => {
    if (!this.file.hasValue()) return [];
    const left = this.factsOf(this.file.value());
    const right = this.other.hasValue() ? this.factsOf(this.other.value()) : this.card() ? this.maskedFacts(this.card() as PersonCard) : {};
    return Object.entries(left).map(([key, value]) => ({ key, left: value, right: right[key] ?? '', same: same(value, right[key]) }));
  });
  protected readonly nameOfOther = computed(() => (this.other.hasValue() ? this.other.value().name : (this.card()?.name ?? '')));

  /** Remembered for everybody: these two are not offered to each other again. */
  protected async tellApart(): Promise<void> {
    const cardId = this.card()?.cardId ?? this.chosen();
    this.problem.set(undefined);
    try {
      await firstValueFrom(this.http.post(`/api/beneficiaries/${this.id()}/distinctions`, { cardId }));
      this.toasts.say(this.language.say('people.compare.told_apart'));
      // Without the other one in the address, what remains alike is shown.
      await this.router.navigate(['/personnes', this.id(), 'comparer']);
      this.chosen.set(undefined);
      this.alike.reload();
    } catch (error) {
      this.problem.set(error);
    }
  }

  private factsOf(file: BeneficiaryView): Record<string, string> {
    return {
      family_name: file.familyName,
      given_name: file.givenName,
      birth_name: file.birthName ?? '',
      name_of_use: file.nameOfUse ?? '',
      birth_date: this.formats.date(file.birthDate),
      phone: file.phone ?? '',
      email: file.email ?? '',
      lives: file.communeName ?? '',
      file_number: file.fileNumber,
      referent: file.lead ? (file.lead.name ?? file.lead.unitName) : '',
      supports: file.supports.map(({ operatorName }) => operatorName ?? this.language.say('people.other_operator')).join(', '),
    };
  }

  private maskedFacts(card: PersonCard): Record<string, string> {
    return { birth_date: this.language.say('people.born_in', { year: card.birthYear }) };
  }
}

function same(left: string, right: string | undefined): boolean | undefined {
  if (!left || !right) return undefined;
  return left.localeCompare(right, 'fr', { sensitivity: 'base' }) === 0;
}
